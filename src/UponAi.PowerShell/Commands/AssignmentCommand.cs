using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Parameters;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// The base of Set and Clear. Reads rows, numbers and agents, and sends one request for each number. Emits a phone
/// number or an error for each row that is not skipped, in input order.
/// </summary>
public abstract class AssignmentCommand : NumberCommand
{
    private readonly List<AgentRef> pipedAgents = [];
    private InputReader? reader;
    private AssignmentSender? sender;
    private InputItem? onlyRow;
    private int inputCount;
    private int rowsWithNumber;
    private bool hasPipedAgents;

    [Parameter(Position = 0)]
    [Alias("Numbers", "PhoneNumber", "phone_number")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [NumberTextTransformation]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public string?[]? Number { get; set; }

    [Parameter]
    [ValidateRange(1, ConnectionSettings.MaxRequestsInFlight)]
    public int ThrottleLimit { get; set; } = 32;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    private protected AssignmentSender Sender => sender!;

    /// <summary>
    /// Gets the fields to read from a row. Cells overridden by parameters are not read, so they cannot cause errors.
    /// </summary>
    private protected RowFields Fields { get; private set; }

    /// <summary>Gets the fields of a change that the derived command reads from a row.</summary>
    private protected abstract RowFields ChangeFields { get; }

    /// <summary>
    /// Gets the agents that came through the pipeline. Null until the pipeline ends, and if no agent came.
    /// </summary>
    private protected IReadOnlyList<AgentRef>? PipedAgents { get; private set; }

    /// <summary>Gets the name of the parameter for agents outside the pipeline.</summary>
    private protected abstract string AgentParameter { get; }

    // With -Number, the total depends on the input: each row is sent to each number, but agents are sent together.
    private int? KnownTotal
    {
        get
        {
            if (!HasInput) return Number?.Length;
            return MyInvocation.ExpectingInput || Number is not null ? null : InputReader.CountItems(InputObject);
        }
    }

    protected override void BeginProcessing()
    {
        var journalPath = JournalPath is null
            ? null
            : Require(() => ResolvePath(JournalPath, "journal", UponAiError.InvalidJournal), JournalPath);
        sender = new AssignmentSender(this, ThrottleLimit, KnownTotal, journalPath);

        Fields = ChangeFields | LocationFields | (Number is null ? RowFields.Number : RowFields.None);
        reader = new InputReader(Fields, WriteWarning);
    }

    protected override void ProcessRecord()
    {
        if (HasInput)
        {
            foreach (var item in reader!.Read(InputObject)) Process(item);
        }
        else if (Number is { Length: > 0 })
        {
            ChangeNumbers(row: null, rowTarget: null);
        }
        else
        {
            ReportError(
                new UponAiException(
                    UponAiError.InvalidNumber, "No number to change. Give -Number, or pipe numbers or rows."),
                Number);
        }
    }

    protected override void EndProcessing()
    {
        if (onlyRow is { } item) Try(item.Target, () => ChangeNumbers(item.Row, item.Target));
        if (hasPipedAgents) ChangeByPipedAgents();
        Sender.Finish();
    }

    /// <summary>Changes a number by the parameters, and by the row or the agents from the pipeline.</summary>
    /// <param name="row">The row, or null for a number without a row.</param>
    /// <param name="target">The target of an error record.</param>
    private protected abstract void ChangeNumber(NumberId number, ParsedRow? row, object? target);

    private protected sealed override void OnDisposing() => sender?.Close();

    private protected sealed override void ReportError(UponAiException error, object? target) =>
        Sender.AddError(error, target);

    private void Process(InputItem item)
    {
        inputCount++;
        hasPipedAgents |= item.IsAgent;
        var isOneOfSeveral = Number is not null && MayHaveNumber(item) && ++rowsWithNumber > 1;
        if (isOneOfSeveral && onlyRow is { } first)
        {
            onlyRow = null;
            ReportError(OneOfSeveralRows(), first.Target);
        }

        Try(item.Target, () =>
        {
            if (item.Error is not null) throw item.Error;
            if (isOneOfSeveral) throw OneOfSeveralRows();
            if (item.Row is not null) ProcessRow(item.Row, item);
            else if (item.Agent is not null) AddAgent(item.Agent);
            else ProcessNumber(item.Number!, item.Target);
        });
    }

    private static bool MayHaveNumber(InputItem item) =>
        item.Row is { HasNumber: true } || item is { IsAgent: false, Error: not null };

    private void ProcessRow(ParsedRow row, InputItem item)
    {
        if (Number is null)
        {
            WarnAboutMissingPlus(row.Assignment.Number, item.Target);
            ChangeNumber(row.Assignment.Number, row, item.Target);
        }
        // Sent when the pipeline ends, because a second row would replace its change.
        else if (row.HasNumber) onlyRow = item;
        else ChangeNumbers(row, item.Target);
    }

    private void ProcessNumber(string number, object? target)
    {
        if (Number is not null)
        {
            throw WrongNumber() ?? new UponAiException(
                UponAiError.InvalidNumber,
                $"'{DisplayText.Sanitize(number)}' came through the pipeline as a number, but -Number gives a number "
                + "too. Give the number once. To pipe agents, create them with New-UponAiAgentRef.");
        }

        ChangeNumber(ParseNumber(number), row: null, target);
    }

    private UponAiException OneOfSeveralRows() => WrongNumber() ?? new UponAiException(
        UponAiError.InvalidNumber,
        "The row was not sent: -Number gives the number, but several rows with numbers came through the pipeline, and "
        + "each would replace the change of the row before. Leave out -Number to use the numbers of the rows, or pipe "
        + "one row.");

    /// <summary>Returns the error of the first wrong -Number, such as an agent in its place, or null.</summary>
    private UponAiException? WrongNumber()
    {
        try
        {
            foreach (var number in Number!) NumberId.Parse(number);
            return null;
        }
        catch (UponAiException e)
        {
            return e;
        }
    }

    private void AddAgent(AgentRef agent)
    {
        if (IsBound(AgentParameter))
        {
            throw new UponAiException(
                UponAiError.InvalidAgentSplit,
                $"Agents came through the pipeline, but -{AgentParameter} gives agents too. Give them once.");
        }

        pipedAgents.Add(agent);
    }

    private void ChangeNumbers(ParsedRow? row, object? rowTarget)
    {
        if (Number!.Length == 0)
        {
            throw new UponAiException(
                UponAiError.InvalidNumber,
                "-Number is empty, so the row has no number. Give a number, or leave out -Number to use the number of "
                + "the row.");
        }

        foreach (var number in Number)
        {
            var target = rowTarget ?? number;
            Try(target, () => ChangeNumber(ParseNumber(number), row, target));
        }
    }

    private void ChangeByPipedAgents()
    {
        if (Number is not { Length: > 0 })
        {
            ReportError(
                new UponAiException(
                    UponAiError.InvalidNumber, "Agents came through the pipeline without a number. Give -Number."),
                    pipedAgents.ToArray());
            return;
        }

        PipedAgents = pipedAgents;
        foreach (var number in Number) Try(number, () => ChangeByPipedAgents(ParseNumber(number), number));
    }

    private void ChangeByPipedAgents(NumberId number, object? target)
    {
        if (pipedAgents.Count < inputCount)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentSplit,
                $"Nothing was sent for {number}, because part of the pipeline input could not be used as agents. The "
                + "other agents alone would be a different split.");
        }

        ChangeNumber(number, row: null, target);
    }

    private NumberId ParseNumber(string? text)
    {
        var number = NumberId.Parse(text);
        WarnAboutMissingPlus(number);
        return number;
    }
}
