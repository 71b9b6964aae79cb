namespace UponAi.PowerShell.Rows;

/// <summary>Creates error records with stable ids and categories from the exceptions of this module.</summary>
internal static class ErrorRecords
{
    // More digits are a phone number without its +.
    private const long MaxExtension = 10_000_000;

    internal static ErrorRecord ToRecord(this UponAiException exception, object? target)
    {
        var record = new ErrorRecord(exception, exception.ErrorId, GetCategory(exception.Error), target);
        var message = exception.Message + ExplainMissingZero(exception, target);
        // The client does not know these parameters.
        if (exception is { Error: UponAiError.Timeout, Request.Method: "GET" })
            message += " Give more time with -AttemptTimeout and -TotalTimeout of Connect-UponAi.";
        // The message names the file and line of the row.
        if (PlanPlace.Find(target) is { } place) message = $"{place}: {message}";
        if (message != exception.Message) record.ErrorDetails = new ErrorDetails(message);
        return record;
    }

    /// <summary>Returns a hint for an unknown extension that may have lost its leading zero, or empty text.</summary>
    private static string ExplainMissingZero(UponAiException exception, object? target)
    {
        // The target of a list's error may be a workspace or an account. Only a change is about a number.
        if (exception is not { Error: UponAiError.NotFound, StatusCode: 404, Request.Method: "PUT" }) return "";
        var number = target switch
        {
            PlanRow plan => plan.Number,
            PSObject row => row.Properties["Number"]?.Value,
            _ => target,
        };
        return ScalarConverter.ToWhole(PSObjectProperties.Unwrap(number)) is > 0 and < MaxExtension and var whole
            && ScalarConverter.ToText(number).TrimStart()[0] != '0'
            ? $" If the extension is 0{whole}, write it as text: '0{whole}'. PowerShell and spreadsheets drop the "
                + "leading zero of a number."
            : "";
    }

    // The switch has no default, so that an error without a category does not compile. CS8524 is about numbers that are
    // not a member of the enum.
#pragma warning disable CS8524
    private static ErrorCategory GetCategory(UponAiError error) => error switch
    {
        UponAiError.Unauthorized or UponAiError.NotConnected => ErrorCategory.AuthenticationError,
        UponAiError.Forbidden => ErrorCategory.PermissionDenied,
        UponAiError.NotFound or UponAiError.UnknownAgent => ErrorCategory.ObjectNotFound,
        UponAiError.Timeout => ErrorCategory.OperationTimeout,
        UponAiError.RateLimited => ErrorCategory.LimitsExceeded,
        UponAiError.ServiceUnavailable => ErrorCategory.ResourceUnavailable,
        UponAiError.ConnectionFailed => ErrorCategory.ConnectionError,
        UponAiError.TlsFailed => ErrorCategory.SecurityError,
        UponAiError.InvalidResponse => ErrorCategory.ProtocolError,
        UponAiError.RequestFailed or UponAiError.UpdateRejected or UponAiError.PlatformImportFailed =>
            ErrorCategory.InvalidResult,
        UponAiError.InvalidRow or UponAiError.InvalidPlan => ErrorCategory.InvalidData,
        UponAiError.JournalInUse => ErrorCategory.ResourceBusy,
        UponAiError.ChangedSince => ErrorCategory.ResourceExists,
        UponAiError.JournalFailed or UponAiError.PlanNotWritten => ErrorCategory.WriteError,
        UponAiError.InvalidAssignment or UponAiError.InvalidNumber or UponAiError.InvalidAgentRef
            or UponAiError.InvalidAgentSplit or UponAiError.InvalidWebhookUrl or UponAiError.NothingToSet
            or UponAiError.InvalidAccountSid or UponAiError.InvalidBaseUri or UponAiError.InvalidToken
            or UponAiError.InvalidJournal or UponAiError.VersionRequired => ErrorCategory.InvalidArgument,
    };
#pragma warning restore CS8524
}
