using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>Returns the phone numbers of an account with their assignments. Sends one request per account.</summary>
[Cmdlet(VerbsCommon.Get, "UponAiNumber")]
[OutputType(typeof(PhoneNumber))]
public sealed class GetUponAiNumberCommand : NumberCommand
{
    private readonly Dictionary<string, WildcardFilter> numbersByAccount = new(StringComparer.Ordinal);
    private readonly WildcardFilter agents = new();
    private InputReader? reader;

    [Parameter(Position = 0)]
    [Alias("Numbers", "PhoneNumber", "phone_number")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [NumberTextTransformation]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public string?[]? Number { get; set; }

    [Parameter]
    [Alias("agent_id")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AgentIdCompleter))]
    public string[]? AgentId { get; set; }

    protected override void BeginProcessing()
    {
        reader = new InputReader(RowFields.NumberText | LocationFields & RowFields.AccountSid, warn: null);
        Require(() => agents.AddAll(AgentId));
        foreach (var number in Number ?? []) Try(number, () => Select(number, accountSid: null, number));
    }

    protected override void ProcessRecord()
    {
        if (!HasInput) return;
        foreach (var item in reader!.Read(InputObject)) Try(item.Target, () => Select(item));
    }

    protected override void EndProcessing()
    {
        // An empty pipeline selects no number, not all numbers.
        if (!HasInput && Number is null)
            Try(AccountSid, () => numbersByAccount.Add(GetAccount(accountSid: null), new WildcardFilter()));
        foreach (var account in numbersByAccount) Try(account.Key, () => WriteNumbers(account.Key, account.Value));
    }

    private void Select(InputItem item)
    {
        if (item.Error is not null) throw item.Error;
        if (item.Agent is not null)
        {
            throw new UponAiException(
                UponAiError.InvalidNumber,
                $"'{ScalarConverter.Show(item.Target)}' is an agent, not a number. Give agents with -AgentId.");
        }

        Select(item.Number ?? item.Row!.NumberText, item.Row?.AccountSid, item.Target);
    }

    private void Select(string? number, string? accountSid, object? target)
    {
        var text = WildcardFilter.ReadNumber(number);
        var account = GetAccount(accountSid);
        if (!numbersByAccount.TryGetValue(account, out var selection)) selection = new WildcardFilter();
        selection.Add(text, target);
        // Add throws for an invalid pattern. An empty selection would select every number.
        numbersByAccount[account] = selection;
    }

    private string GetAccount(string? accountSid) =>
        AccountSid ?? accountSid ?? RequestedLocation.ResolveAccount(null, RequireConnection());

    private void WriteNumbers(string account, WildcardFilter selection)
    {
        var list = Fetch((api, cancellation) => api.ListNumbersAsync(account, cancellation));
        var count = list.Rows.Count;
        this.WriteVerboseLine(
            $"Account {DisplayText.Sanitize(account)} has {count} {(count == 1 ? "number" : "numbers")}.");

        var listed = list.Rows.Where(number => WorkspaceId is null || number.WorkspaceId == WorkspaceId).ToList();
        WriteObject(
            listed.Where(number => selection.Includes(number.Number) && HasAgent(number)), enumerateCollection: true);

        var unreadable = list.Unreadable.Where(row => row.Name is null || selection.Includes(row.Name)).ToList();
        var missing = selection.Missing.ToList();
        // A row without a readable number may be any missing number, whose error then names the row. The row may also
        // be one of the found extensions in another workspace.
        var mayBeAnother = !selection.HasOnlyTexts
            || missing.Count == 0 && WorkspaceId is null && !selection.Texts.All(NumberId.IsInOneWorkspace);
        ReportUnreadable(unreadable.Where(row => row.Name is not null || mayBeAnother));
        if (missing.Count == 0) return;
        var unnamed = unreadable.Find(row => row.Name is null);
        HashSet<string> known =
            [.. listed.Select(number => number.Number ?? ""), .. list.Unreadable.Select(row => row.Name ?? "")];
        foreach (var (number, target) in missing)
        {
            var shown = DisplayText.Sanitize(number);
            ReportMissing(
                $"Account {DisplayText.Sanitize(account)}",
                $"number {shown}{(WorkspaceId is { } workspace ? $" in workspace {workspace}" : "")}",
                known.Contains("+" + number)
                    ? $"Did you mean +{shown}? A spreadsheet drops the +."
                    : "Get-UponAiNumber without -Number returns all numbers.",
                unnamed,
                target);
        }
    }

    private bool HasAgent(PhoneNumber number) =>
        agents.IsEmpty
        || agents.Includes(number.AgentId)
        || agents.Includes(number.InboundAgentId)
        || (number.InboundAgents ?? AgentRefCollection.Empty)
            .Concat(number.OutboundAgents ?? AgentRefCollection.Empty)
            .Any(agent => agents.Includes(agent.AgentId));
}
