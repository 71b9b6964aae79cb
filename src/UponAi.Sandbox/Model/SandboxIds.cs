namespace UponAi.Sandbox;

/// <summary>The initial names and ids of every sandbox.</summary>
public static class SandboxIds
{
    /// <summary>The token of the default account, unless the options name another one.</summary>
    public const string Token = "sandbox-token";

    /// <summary>The sid of the default account.</summary>
    public const string AccountSid = "29e90072-fb58-4c6c-870a-43005115131e";

    /// <summary>The first workspace of the default account. It contains the generated and the added numbers.</summary>
    public const int WorkspaceId = 1;

    /// <summary>The second workspace of the default account.</summary>
    public const int SecondWorkspaceId = 2;

    /// <summary>The sid of an account that the default token cannot access.</summary>
    public const string OtherAccountSid = "5b1f7a38-9d0c-4a52-8e6b-c2f40d7e9a16";

    /// <summary>The workspace of the other account.</summary>
    public const int OtherWorkspaceId = 3;

    /// <summary>A number that the telephone platform refuses to import when an agent is bound to it.</summary>
    public const string ImportFailingNumber = "+14155550119";

    /// <summary>
    /// The number whose outbound agents cannot be read in the form <see cref="ListForm.Unreadable"/>.
    /// </summary>
    public const string UnreadableNumber = "+14155550102";

    /// <summary>The highest count of numbers that a sandbox can generate.</summary>
    public const int MaxNumbers = 1_000_000;

    /// <summary>Returns the name of a workspace.</summary>
    public static string WorkspaceName(int id) => id switch
    {
        WorkspaceId => "Main",
        SecondWorkspaceId => "Branch office",
        _ => "Other",
    };

    /// <summary>Returns the token of the other account.</summary>
    /// <param name="token">The token of the default account.</param>
    public static string OtherToken(string token) => token + "-other";
}
