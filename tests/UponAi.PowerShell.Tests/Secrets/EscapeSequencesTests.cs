using System.Text.Json;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Secrets;

/// <summary>
/// Tests a platform that puts terminal escape sequences into every text. No message and no output contains them.
/// </summary>
public sealed class EscapeSequencesTests
{
    // A color, the title of the window, and a sequence that a single character begins, as JSON text.
    private const string Evil = @"\u001b[31m\u001b]0;owned\u0007\u009b2Jevil";

    private const string Show =
        """

        $shown | Out-Default
        $shown | ForEach-Object { $_.InboundAgents } | Out-Default
        # PowerShell shows the second type of a script, and all properties, without our views.
        @(Get-UponAiConnection) + $shown | Out-Default
        foreach ($thing in $shown) {
            "$thing" | Out-Default
            foreach ($property in $thing.PSObject.Properties) {
                "$($property.Value) $($property.Value.Values)" | Out-Default
            }
        }
        """;

    private static readonly string Number =
        $$"""{"number":"101","account_sid":"AC1{{Evil}}","workspace_id":7"""
            + $$""","inbound_agents":[{"agent_id":"agent{{Evil}}","weight":0.5},{"agent_id":"agent_b","weight":0.5}]"""
            + $$""","outbound_agents":[{"agent_id":"{{Evil}}","weight":1}]"""
            + $$""","inbound_webhook_url":"https://a.example/{{Evil}}","{{Evil}}":"{{Evil}}" """
            + $$""","platform_import_error_message":"{{Evil}}"}""";

    private static readonly string Agents = $$"""[{"agent_id":"agent{{Evil}}","version":1"""
        + $$""","agent_name":"Name {{Evil}}","updated_at":"{{Evil}}"},{"agent_id":"agent_a","version":3"""
        + $$""","agent_name":"{{Evil}}"}]""";

    private static readonly Dictionary<string, Func<ReceivedRequest, Reply>> Platforms = new()
    {
        ["agrees"] = request => Reply.Json(
            request.Method == "PUT" ? $$"""{"success":true,"message":"{{Evil}}","numbers":[{{Number}}]}"""
            : request.Target.StartsWith(
                "/api/numbers/",
                StringComparison.Ordinal) ? $$"""{"success":true,"numbers":[{{Number}}]}"""
            : request.Target.Contains("paginationKey", StringComparison.Ordinal) ? "[]" : Agents),
        ["refuses the import"] = _ => Reply.Json(
            "{\"success\":true,\"numbers\":["
            + Number.Insert(Number.Length - 1, ",\"platform_import_error\":true") + "]}"),
        ["does not do it"] = _ => Reply.Json($$"""{"success":false,"message":"{{Evil}}"}"""),
        ["refuses"] = _ => Reply.Json($$"""{"error":"{{Evil}}"}""", 400),
        ["forbids"] = _ => Reply.Json($$"""{"error":"{{Evil}}"}""", 403),
        ["limits the rate"] = _ =>
            Reply.Json(
                $$"""{"error":"{{Evil}}"}""", 429, ("Retry-After", Text(Evil)),
                ("RateLimit", $"\"{Text(Evil)}\";r=0;t=0"), ("RateLimit-Policy", Text(Evil))),
        ["fails with a page"] = _ => Reply.Text($"<html>{Text(Evil)}</html>", "text/html;" + Text(@"\u001b[31m"), 503),
        ["answers with a page"] = _ => Reply.Text($"<html>{Text(Evil)}</html>", "text/html"),
        ["has another shape"] = _ => Reply.Json($$"""{"success":"{{Evil}}","numbers":"{{Evil}}"}"""),
        ["sends elsewhere"] = _ => Reply.Json("", 302, ("Location", "https://a.example/" + Text(Evil))),
        ["has a status of its own"] = _ =>
            Reply.Raw($"HTTP/1.1 200 {Text(Evil)}\r\nX: {Text(Evil)}\r\n{Text(Evil)}\r\n\r\n").ThenClose(),
    };

    private static readonly string[] Scripts =
    [
        "$shown = 101, 102 | Set-UponAiNumberAssignment -InboundAgent agent_a -OutboundAgent agent_b "
        + "-InboundWebhookUrl https://b.example/",
        "101 | Set-UponAiNumberAssignment -InboundAgent agent_a -InboundWebhookUrl none -WhatIf",
        "$shown = 101 | Set-UponAiNumberAssignment -InboundAgent agent_a -SkipUnchanged",
        "$shown = 101 | Clear-UponAiNumberAssignment -Confirm:$false; 101 | Clear-UponAiNumberAssignment "
        + "-WhatIf; New-UponAiAgentRef agent_b | Clear-UponAiNumberAssignment -Number 101 -Confirm:$false",
        "$shown = Get-UponAiNumber; Get-UponAiNumber 999",
        "$shown = Get-UponAiAgent; Get-UponAiAgent agent_b; Get-UponAiAgent agent_a -AllVersions",
        "$shown = @{ Number = 101; InboundAgents = 'agent_c'; OutboundAgents = 'none'; InboundWebhookUrl "
        + "= 'none' }, @{ Number = 102 } | Compare-UponAiNumberAssignment",
        "Get-UponAiNumber | Export-UponAiNumberAssignment (Join-Path ([System.IO.Path]::GetTempPath()) "
        + "never.csv) -WhatIf; Get-UponAiNumber | Set-UponAiNumberAssignment -WhatIf",
    ];

    public static MatrixTheoryData<string, string> Cases => new(Scripts, [.. Platforms.Keys]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task None_is_in_a_message_or_on_the_screen(string script, string what)
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(Platforms[what]));

        var outcome = await platform.RunAsync(
            "$VerbosePreference = $DebugPreference = $InformationPreference = $ProgressPreference = 'Continue'\n"
            + script + Show);

        Assert.NotEmpty(platform.Server.Requests);
        Assert.All(
            (string[])[
                platform.Engine.Screen.Written, .. outcome.Warnings, .. outcome.Verbose, .. outcome.Debug,
                .. outcome.Information, .. outcome.Progress, .. outcome.Errors.Select(error => error.Message())],
            text => Assert.DoesNotContain(text, c => c is not '\n' && char.IsControl(c)));
    }

    private static string Text(string json) => JsonSerializer.Deserialize<string>($"\"{json}\"")!;
}
