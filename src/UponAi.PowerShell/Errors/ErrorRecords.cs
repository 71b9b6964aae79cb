using System.Management.Automation;

namespace UponAi.PowerShell.Errors;

/// <summary>Turns our errors into error records with stable ids and fitting categories.</summary>
internal static class ErrorRecords
{
    internal static ErrorRecord ToRecord(this UponAiException exception, object? target)
    {
        var record = new ErrorRecord(exception, exception.ErrorId, Category(exception.Error), target);
        // Whoever sees the message looks for the row in the file that it came from.
        if (target is PlanRow row) record.ErrorDetails = new ErrorDetails($"{row.Position}: {exception.Message}");
        return record;
    }

    private static ErrorCategory Category(UponAiError error) => error switch
    {
        UponAiError.InvalidAssignment => ErrorCategory.InvalidArgument,
        UponAiError.Unauthorized => ErrorCategory.AuthenticationError,
        UponAiError.Forbidden => ErrorCategory.PermissionDenied,
        UponAiError.NotFound => ErrorCategory.ObjectNotFound,
        UponAiError.Timeout => ErrorCategory.OperationTimeout,
        UponAiError.RateLimited => ErrorCategory.LimitsExceeded,
        UponAiError.ServiceUnavailable => ErrorCategory.ResourceUnavailable,
        UponAiError.RequestFailed => ErrorCategory.InvalidResult,
        UponAiError.ConnectionFailed => ErrorCategory.ConnectionError,
        UponAiError.TlsFailed => ErrorCategory.SecurityError,
        UponAiError.InvalidResponse => ErrorCategory.ProtocolError,
        UponAiError.UpdateRejected => ErrorCategory.InvalidResult,
        UponAiError.PlatformImportFailed => ErrorCategory.InvalidResult,
        UponAiError.NotConnected => ErrorCategory.AuthenticationError,
        UponAiError.InvalidRow => ErrorCategory.InvalidData,
        UponAiError.JournalInUse => ErrorCategory.ResourceBusy,
        UponAiError.JournalFailed => ErrorCategory.WriteError,
        _ => ErrorCategory.InvalidArgument,
    };
}
