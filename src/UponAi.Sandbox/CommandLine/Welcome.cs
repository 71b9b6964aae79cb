using System.Globalization;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.CommandLine;

/// <summary>The text at the start of a standalone sandbox.</summary>
internal static class Welcome
{
    internal static string Text(SandboxServer server, SandboxOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        UponAI sandbox on {server.BaseUri}
        Its state is in memory and is lost when it stops. Ctrl+C stops it.

          Account        {server.AccountSid}, token {server.Token}
          Workspaces     {Workspaces(options)}
          Agents         {Agents(options)}
          Import fails   {SandboxIds.ImportFailingNumber}, when an agent is bound to it
          Other account  {SandboxIds.OtherAccountSid}, workspace {SandboxIds.OtherWorkspaceId}
                         token {SandboxIds.OtherToken(server.Token)}

          Numbers        {server.BaseUri}api/numbers/{server.AccountSid}
          Statistics     {server.BaseUri}sandbox/stats

        To use it from PowerShell:

          $env:UPONAI_BASE_URI = '{server.BaseUri}'
          $env:UPONAI_TOKEN = '{server.Token.Replace("'", "''", StringComparison.Ordinal)}'
          $env:UPONAI_ACCOUNT_SID = '{server.AccountSid}'
          $env:UPONAI_WORKSPACE_ID = '{server.WorkspaceId}'

        """);

    private static string Workspaces(SandboxOptions options)
    {
        var account = SeedData.DefaultAccount(options);
        var counts = SeedData.Numbers(options, account, SeedData.OtherAccount(options))
            .CountBy(number => number.WorkspaceId)
            .ToDictionary();
        counts[SandboxIds.WorkspaceId] += options.Numbers;
        return string.Join(", ", account.Workspaces.Select(
            workspace => string.Create(CultureInfo.InvariantCulture, $"{workspace} ({counts[workspace]:N0} numbers)")));
    }

    private static string Agents(SandboxOptions options) => string.Join(
        ", ",
        SeedData.DefaultAccount(options).Agents
            .Select(agent => agent.LatestVersion == 0
                ? $"{agent.Id} (0)"
                : $"{agent.Id} (0 to {agent.LatestVersion})"));
}
