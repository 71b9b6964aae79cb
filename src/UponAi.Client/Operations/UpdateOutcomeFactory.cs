using System.Text.Json;
using UponAi.Client.Errors;
using UponAi.Client.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Operations;

/// <summary>
/// Creates the outcome of a change from the response. If the platform made the change, problems of the response become
/// warnings, not errors.
/// </summary>
internal static class UpdateOutcomeFactory
{
    /// <summary>Reads the response that a request holds.</summary>
    /// <exception cref="UponAiException">
    /// The platform did not make the change, or the response does not say whether the change was made.
    /// </exception>
    internal static UpdateOutcome Create(
        ApiRequest request, NumberAssignment assignment, NumberLocation location, StringCache cache)
    {
        var response = Read(request, assignment.Number, cache);
        var number = DisplayText.Sanitize(assignment.Number.Value);
        // Without the flag, the rest of the response says that the change was made.
        if (response.Success == false)
        {
            var reason = ResponseErrors.DescribeReason(response.Message);
            var message = $"The platform did not make the change to {number}. {reason}";
            throw ResponseErrors.Create(
                UponAiError.UpdateRejected, ResponseErrors.WithUnknownEffect(message, request), request);
        }

        var phone = UpdatedNumberSelector.Select(response, assignment, location, out var isListed);
        List<string> warnings = [];
        if (!isListed) warnings.Add($"{number}: the platform's response {DescribeUnlisted(response)}.");
        warnings.AddRange(ResponseVerification.FindDifferences(assignment, phone));
        foreach (var problem in response.Problems)
        {
            warnings.Add(
                $"{number}: the change is made, but the platform's response {problem}. That part of the new state "
                + "is not known.");
        }

        return new UpdateOutcome
        {
            PhoneNumber = phone,
            Request = request.Summarize(),
            Warnings = warnings.ConvertAll(request.Redactor.Redact),
            ImportFailure = CreateImportFailure(phone, number, request),
        };
    }

    private static UpdateResponse Read(ApiRequest request, NumberId number, StringCache cache)
    {
        try
        {
            return UpdateResponse.Read(request.ResponseBody, number, cache);
        }
        catch (UnexpectedJsonException e)
        {
            throw ResponseErrors.Unusable(e.Message, request, e);
        }
        // For text in another encoding than UTF-8, the reader throws an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ResponseErrors.NotJson(request, e);
        }
    }

    private static string DescribeUnlisted(UpdateResponse response) => response.Assignment is null
        ? "neither lists the number nor has an assignment. The output shows the requested values"
        : "does not list the number. The output shows the assignment of the response, completed from the request";

    private static UponAiException? CreateImportFailure(PhoneNumber phone, string number, ApiRequest request) =>
        phone.PlatformImportError != true ? null : ResponseErrors.Create(
            UponAiError.PlatformImportFailed,
            $"The assignment of {number} is stored, but the telephone platform refused the import, so calls will "
            + "not work. "
            + ResponseErrors.DescribeReason(phone.PlatformImportErrorMessage),
            request);
}
