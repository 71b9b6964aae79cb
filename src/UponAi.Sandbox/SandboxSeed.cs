namespace UponAi.Sandbox;

/// <summary>What every sandbox starts with, by name.</summary>
public static class SandboxSeed
{
    /// <summary>The token of the default account, unless the options name another.</summary>
    public const string Token = "sandbox-token";

    /// <summary>The default account.</summary>
    public const string AccountSid = "29e90072-fb58-4c6c-870a-43005115131e";

    /// <summary>The first workspace of the default account. Generated numbers are here.</summary>
    public const int WorkspaceId = 1;

    /// <summary>The second workspace of the default account.</summary>
    public const int SecondWorkspaceId = 2;

    /// <summary>An account that the default token cannot access.</summary>
    public const string OtherAccountSid = "5b1f7a38-9d0c-4a52-8e6b-c2f40d7e9a16";

    /// <summary>The workspace of the other account.</summary>
    public const int OtherWorkspaceId = 3;

    /// <summary>A number that the telephone platform refuses to import once an agent is bound to it.</summary>
    public const string ImportFailingNumber = "+14155550119";

    /// <summary>The most numbers that can be generated.</summary>
    public const int MostNumbers = 1_000_000;

    /// <summary>The token of the other account.</summary>
    /// <param name="token">The token of the default account.</param>
    public static string OtherToken(string token) => token + "-other";
}
