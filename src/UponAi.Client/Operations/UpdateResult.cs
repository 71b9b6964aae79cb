using System.Text.Json;
using UponAi.Client.Errors;
using UponAi.Client.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Operations;

/// <summary>
/// Creates the outcome of a change from the response. If the platform made the change, problems of the response become
/// warnings, not errors.
/// </summary>
internal static class UpdateResult
{
    /// <summary>Creates the outcome.</summary>
    /// <exception cref="UponAiException">
    /// The platform did not make the change, or the response does not say whether the change was made.
    /// </exception>
    internal static UpdateOutcome Create(
        ApiRequest request,
        ApiResponse response,
        NumberAssignment assignment,
        NumberLocation location,
        StringCache texts)
    {
        var body = Read(request, response, assignment.Number, texts);
        var number = DisplayText.Sanitize(assignment.Number.Value);
        if (body.Success == false)
        {
            throw ResponseErrors.Create(
                UponAiError.UpdateRejected,
                $"The platform did not make the change to {number}. {ResponseErrors.DescribeReason(body.Message)}",
                request);
        }

        var phone = UpdatedNumberSelector.Select(body, assignment, location, out var isBuilt);
        List<string> warnings = [];
        if (isBuilt) warnings.Add($"{number}: the platform's response {DescribeBuilt(body)}.");
        warnings.AddRange(ResponseVerification.FindDifferences(assignment, phone));
        foreach (var problem in body.Problems)
        {
            warnings.Add(
                $"{number}: the change is made, but the platform's response {problem}. That part of the new state "
                + "is not known.");
        }

        return new UpdateOutcome
        {
            PhoneNumber = phone,
            Request = request.Summarize(),
            Warnings = warnings.Count == 0 ? [] : warnings.ConvertAll(request.Redactor.Redact),
            ImportFailure = ImportFailure(phone, number, request),
        };
    }

    private static UpdateResponse Read(ApiRequest request, ApiResponse response, NumberId number, StringCache texts)
    {
        try
        {
            return UpdateResponse.Read(request.Body, number, texts);
        }
        catch (UnexpectedJsonException e)
        {
            throw ResponseErrors.Unusable(e.Message, response, request, e);
        }
        // For text in another encoding than UTF-8, the reader throws an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ResponseErrors.Unusable(
                request.Body.IsEmpty ? "has no body" : "is not JSON, or is incomplete", response, request, e);
        }
    }

    private static string DescribeBuilt(UpdateResponse body) => body.Assignment is null
        ? "neither lists the number nor has an assignment. The output shows the requested values"
        : "does not list the number. The output shows the assignment of the response, completed from the request";

    private static UponAiException? ImportFailure(PhoneNumber phone, string number, ApiRequest request) =>
        phone.PlatformImportError != true ? null : ResponseErrors.Create(
            UponAiError.PlatformImportFailed,
            $"The assignment of {number} is stored, but the telephone platform refused the import, so calls will "
            + "not work. "
            + ResponseErrors.DescribeReason(phone.PlatformImportErrorMessage),
            request);
}
