using System.Management.Automation;

namespace UponAi.PowerShell.Rows;

/// <summary>Creates error records with stable ids and categories from the exceptions of this module.</summary>
internal static class ErrorRecords
{
    internal static ErrorRecord ToRecord(this UponAiException exception, object? target)
    {
        var record = new ErrorRecord(exception, exception.ErrorId, Category(exception.Error), target);
        // The message leads to the row in its file.
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
        UponAiError.InvalidPlan => ErrorCategory.InvalidData,
        UponAiError.PlanNotWritten => ErrorCategory.WriteError,
        _ => ErrorCategory.InvalidArgument,
    };
}
