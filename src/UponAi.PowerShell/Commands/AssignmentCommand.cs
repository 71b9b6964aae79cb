using System.Collections;
using System.Management.Automation;
using UponAi.PowerShell.Binding;
using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Errors;
using UponAi.PowerShell.Present;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// What the commands that change assignments share: rows, numbers and agents in, one request per number, one phone number or one
/// error out, in input order.
/// </summary>
public abstract class AssignmentCommand : RowCommand
{
    // Cancelled requests have ended long before, unless the system is in trouble.
    private static readonly TimeSpan EndingTime = TimeSpan.FromMilliseconds(400);

    private StreamPreferences? audience;
    private readonly List<AgentRef> pipedAgents = [];
    private bool agentsPiped;
    private BulkRun? run;
    private Preview? preview;

    /// <summary>One or several phone numbers, such as <c>+14155550100</c>, or extensions, such as <c>101</c>.</summary>
    [Parameter(Position = 0, HelpMessage = "One or several phone numbers in E.164 form, such as +14155550100, or extensions, such as 101.")]
    [Alias("Numbers", "PhoneNumber", "phone_number")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [NumberTexts]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public string?[]? Number { get; set; }

    /// <summary>How many requests may be in flight at once, 1 to 256.</summary>
    [Parameter(HelpMessage = "How many requests may be in flight at once, 1 to 256; 32 by default.")]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>A file that gets a line for each finished row, and from which the same command, run again, knows what is done.</summary>
    [Parameter(HelpMessage = "A file that gets a JSON line for each finished row. The same command, run again, skips what it says is done.")]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Set when nothing is to be changed, only shown.</summary>
    private protected Preview? Preview => preview;

    /// <summary>True where a row that holds already is not to be sent.</summary>
    private protected virtual bool SkipsUnchanged => false;

    /// <summary>The parameter that gives agents, where none come through the pipeline.</summary>
    private protected abstract string AgentParameter { get; }

    // What comes through the pipeline is known only when it has come.
    private int? KnownTotal => MyInvocation.ExpectingInput ? null : InputObject?.BaseObject is IList rows ? rows.Count : InputObject is null ? Number?.Length : null;

    private bool IsPreview => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        audience = new StreamPreferences(this);
        run = new BulkRun(this, audience, ThrottleLimit, KnownTotal, FullPath(JournalPath), Cancellation);
        if (IsPreview) preview = new Preview(FindConnection, Present, WriteVerbose);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (HasInput) ProcessInput(InputObject);
        else if (Number is { Length: > 0 }) ProcessNumbers(row: null, rowTarget: null);
        else Refuse(UponAiError.InvalidNumber, "No number to change. Give -Number, or pipe numbers or rows.", Number);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (agentsPiped) ProcessPipedAgents();
        run!.Finish();
    }

    /// <summary>Makes the change of a number, of what the parameters and, where there is one, the row say.</summary>
    private protected abstract void ProcessNumber(NumberId number, IAssignmentRow? row, object? target);

    /// <summary>Makes the change of a number that the agents from the pipeline are meant for.</summary>
    private protected abstract void ProcessPipedAgents(NumberId number, IReadOnlyList<AgentRef> agents, object? target);

    /// <summary>Asks, and starts the request.</summary>
    /// <param name="target">What the error record shows when it fails.</param>
    private protected void Process(NumberAssignment assignment, IAssignmentRow? row, object? target)
    {
        if (row?.ComparisonStatus() == NumberComparisonStatus.NotFound)
            throw new UponAiException(UponAiError.NotFound, $"Nothing was sent for {assignment.Number}: the comparison did not find it in the account and workspace. Correct the number, or give -AccountSid and -WorkspaceId.");
        if (assignment.IsEmpty)
        {
            ProcessNothing(assignment.Number, row, target);
            return;
        }

        // Read before the question, so that a preview checks them as well.
        var stated = StatedPlace(row);
        if (SkipsUnchanged && IsKept(assignment, stated, target)) return;
        Process(assignment, audience!.IsAsked ? preview?.Describe(assignment, stated) ?? assignment.Describe() : null, stated, target);
    }

    /// <summary>Asks, and starts the request.</summary>
    /// <param name="words">The change, for the question; none where nobody is asked.</param>
    /// <param name="stated">Where the number is, as far as parameters and row say.</param>
    /// <param name="target">What the error record shows when it fails.</param>
    private protected void Process(NumberAssignment assignment, string? words, (string? Account, int? Workspace) stated, object? target)
    {
        if (words is not null && !ShouldProcess(assignment.Number.Value, words)) return;
        var connection = RequireConnection();
        run!.Send(connection, assignment, Scope(stated, connection), target);
    }

    /// <summary>Ends a row that need not be sent.</summary>
    /// <param name="why">For the verbose stream.</param>
    /// <param name="current">The number as it is, where that is known.</param>
    private protected void Skip(string why, PhoneNumber? current, object? target)
    {
        // A preview emits nothing.
        if (preview is null) run!.Skip(why, current, target);
        else WriteVerbose(why);
    }

    private protected sealed override void End() => run?.End(EndingTime);

    private protected sealed override void Put(UponAiException error, object? target) => run!.Put(error, target);

    private protected sealed override void ProcessRow(IAssignmentRow row, object target) => ProcessNumbers(row, target);

    private protected sealed override void ProcessAgent(PSObject agent)
    {
        agentsPiped = true;
        ForRow(PSObjectProperties.Unwrap(agent), () =>
        {
            if (IsBound(AgentParameter))
                throw new UponAiException(UponAiError.InvalidAgentSplit, $"Agents came through the pipeline, and -{AgentParameter} gives some too. Give them once.");
            pipedAgents.Add(AgentRefReader.ReadOne(agent));
        });
    }

    private protected sealed override void ProcessNumberAlone(object value)
    {
        if (Number is not null)
        {
            Refuse(UponAiError.InvalidNumber, $"'{ScalarConverter.Show(value)}' came through the pipeline as a number, and -Number gives one too. Give the number once; agents are piped as objects, made with New-UponAiAgentRef.", value);
            return;
        }

        ForRow(value, () => ProcessNumber(NumberId.Parse(NumberText.Of(value)), row: null, value));
    }

    private void ProcessNumbers(IAssignmentRow? row, object? rowTarget)
    {
        if (Number is null)
        {
            ProcessNumber(NumberId.Parse(row!.Number()), row, rowTarget);
            return;
        }

        if (Number.Length == 0) throw new UponAiException(UponAiError.InvalidNumber, "-Number was given and is empty, so that the row is for no number. Give a number, or leave -Number out to take the row's.");
        foreach (var number in Number) ForRow(rowTarget ?? number, () => ProcessNumber(NumberId.Parse(number), row, rowTarget ?? number));
    }

    /// <summary>The agents that came through the pipeline are for each of the numbers.</summary>
    private void ProcessPipedAgents()
    {
        if (Number is not { Length: > 0 })
        {
            Refuse(UponAiError.InvalidNumber, "Agents came through the pipeline, and nothing says for which number. Give -Number.", pipedAgents.ToArray());
            return;
        }

        foreach (var number in Number)
        {
            ForRow(number, () =>
            {
                var id = NumberId.Parse(number);
                if (pipedAgents.Count < InputCount)
                    throw new UponAiException(UponAiError.InvalidAgentSplit, $"Nothing was sent for {id}: not all that came through the pipeline were agents that could be used, and the others alone are not what was meant.");
                ProcessPipedAgents(id, pipedAgents, number);
            });
        }
    }

    private void ProcessNothing(NumberId number, IAssignmentRow? row, object? target)
    {
        if (row?.ComparisonStatus() != NumberComparisonStatus.Unchanged)
            throw new UponAiException(UponAiError.NothingToSet, $"Nothing to set for {number}: neither the parameters nor the row change anything. Blank cells leave a property alone; 'none' clears it.{row?.NameUnknown()}");
        Skip($"Skipped {number}: the comparison found that the platform has it so already.", current: null, target);
    }

    /// <summary>Emits a number that has all of it already as it is, unless calls to it do not work: sent again, they may.</summary>
    private bool IsKept(NumberAssignment assignment, (string? Account, int? Workspace) stated, object? target)
    {
        if (preview is not null)
        {
            if (!preview.TryFind(assignment.Number, stated, out var shown) || !Holds(shown)) return false;
            WriteVerbose(BulkRun.HeldAlready(assignment.Number));
            return true;
        }

        var connection = RequireConnection();
        var scope = Scope(stated, connection);
        var listing = Present.Of(connection, scope.AccountSid);
        if (listing.Find(assignment.Number, scope.WorkspaceId) is { } current && Holds(current))
        {
            run!.Keep(connection, assignment, scope, current, target);
            return true;
        }

        listing.Forget(assignment.Number, scope.WorkspaceId);
        return false;

        bool Holds(PhoneNumber? found) => found is { PlatformImportError: not true } && assignment.IsMetBy(found);
    }

    private string? FullPath(string? path)
    {
        if (path is null) return null;
        var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != "FileSystem")
            ThrowTerminatingError(new UponAiException(UponAiError.InvalidJournal, $"The journal '{DisplayText.Sanitize(path)}' is not in the file system but in {provider.Name}.").ToRecord(path));
        return full;
    }
}
