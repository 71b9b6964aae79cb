using System.Globalization;
using System.Management.Automation;
using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// Shows the phone numbers of an account, and what is bound to them: one request per account, however many numbers are
/// asked for.
/// </summary>
[Cmdlet(VerbsCommon.Get, "UponAiNumber")]
[OutputType(typeof(PhoneNumber))]
public sealed class GetUponAiNumberCommand : ConnectedCommand
{
    // The requested numbers by account.
    private readonly Dictionary<string, WildcardFilter> asked = new(StringComparer.Ordinal);
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

    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    [Parameter]
    [Alias("account_sid")]
    [ValidateNotNullOrEmpty]
    public string? AccountSid { get; set; }

    [Parameter]
    [Alias("workspace_id")]
    [WholeNumberTransformation]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public int? WorkspaceId { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        reader = new InputReader(RowFields.NumberText | (AccountSid is null ? RowFields.AccountSid : RowFields.None), warn: null);
        Require(() =>
        {
            foreach (var id in AgentId ?? []) agents.Add(id, id);
        });
        foreach (var number in Number ?? []) Try(number, () => Select(number, accountSid: null, number));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!HasInput) return;
        foreach (var item in reader!.Read(InputObject)) Try(item.Target, () => Select(item));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // An empty pipeline asks for no number, not for every number.
        if (!HasInput && Number is null) Try(AccountSid, () => asked.Add(AccountOf(accountSid: null), new WildcardFilter()));
        foreach (var account in asked) Try(account.Key, () => Show(account.Key, account.Value));
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
        var text = WildcardFilter.IsPattern(number) ? number! : NumberId.Parse(number).Value;
        var account = AccountOf(accountSid);
        if (!asked.TryGetValue(account, out var selection)) asked.Add(account, selection = new WildcardFilter());
        selection.Add(text, target);
    }

    private string AccountOf(string? accountSid) =>
        AccountSid ?? accountSid ?? RequestedLocation.ResolveAccount(null, RequireConnection());

    private void Show(string account, WildcardFilter selection)
    {
        var list = Fetch((api, cancellation) => api.ListNumbersAsync(account, cancellation));
        var all = list.Rows;
        this.WriteVerboseLine(string.Format(
            CultureInfo.InvariantCulture,
            "Account {0} has {1} {2}.",
            DisplayText.Sanitize(account),
            all.Count,
            all.Count == 1 ? "number" : "numbers"));

        var there = all.Where(number => WorkspaceId is null || number.WorkspaceId == WorkspaceId).ToList();
        WriteObject(there.Where(number => selection.Includes(number.Number) && HasAgent(number)), enumerateCollection: true);

        var numbers = new HashSet<string>(there.Select(number => number.Number ?? ""), StringComparer.Ordinal);
        // A row without a readable number may be any number that was asked for and is not there.
        var isComplete = selection.HasOnlyTexts && !selection.NotIn(numbers).Any();
        ReportUnreadable(list.Unreadable.Where(row => row.Name is null ? !isComplete : selection.Includes(row.Name)));
        numbers.UnionWith(list.Unreadable.Select(row => row.Name ?? ""));
        foreach (var missing in selection.NotIn(numbers)) ReportError(NotFound(missing.Text, account, numbers), missing.Target);
    }

    private bool HasAgent(PhoneNumber number) =>
        agents.IsEmpty
        || agents.Includes(number.AgentId)
        || agents.Includes(number.InboundAgentId)
        || (number.InboundAgents ?? AgentRefCollection.Empty).Concat(number.OutboundAgents ?? AgentRefCollection.Empty).Any(agent => agents.Includes(agent.AgentId));

    private UponAiException NotFound(string number, string account, HashSet<string> numbers)
    {
        var where = WorkspaceId is { } workspace ? string.Format(CultureInfo.InvariantCulture, " in workspace {0}", workspace) : "";
        var hint = numbers.Contains("+" + number) ? $"Did you mean +{DisplayText.Sanitize(number)}? A spreadsheet drops the +." : "Get-UponAiNumber without -Number shows those that there are.";
        return new UponAiException(UponAiError.NotFound, $"Account {DisplayText.Sanitize(account)} has no number {DisplayText.Sanitize(number)}{where}. {hint}");
    }
}
