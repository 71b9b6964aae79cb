using System.Text.Json;
using UponAi.Client.Errors;
using UponAi.Client.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Operations;

/// <summary>
/// Makes the outcome of a change from its response. A change that the platform made is never an error because of a
/// detail of the response: such a detail becomes a warning.
/// </summary>
internal static class UpdateResult
{
    /// <exception cref="UponAiException">
    /// The platform did not make the change, or the response does not say what became of it.
    /// </exception>
    internal static UpdateOutcome Judge(
        ApiRequest request, ApiResponse response, NumberAssignment assignment, NumberLocation scope, StringCache texts)
    {
        var answer = Read(request, response, assignment.Number, texts);
        var number = DisplayText.Sanitize(assignment.Number.Value);
        if (answer.Success == false)
        {
            throw ResponseErrors.Create(
                UponAiError.UpdateRejected,
                $"The platform did not make the change to {number}. {ResponseErrors.Reason(answer.Message)}",
                request);
        }

        var phone = UpdatedNumberSelector.Of(answer, assignment, scope, out var isBuilt);
        List<string> warnings = [.. ResponseVerification.Differences(assignment, phone)];
        if (isBuilt) warnings.Insert(0, $"{number}: the platform's answer {WhatIsShown(answer)}.");
        foreach (var problem in answer.Problems)
        {
            warnings.Add(
                $"{number}: the change is made, but the platform's answer {problem}. That part of the new state "
                + "is not known.");
        }

        return new UpdateOutcome
        {
            PhoneNumber = phone,
            Request = request.Summarize(),
            Warnings = warnings.ConvertAll(request.Redactor.Redact),
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
        // The reader reports text that is not UTF-8 as an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ResponseErrors.Unusable(
                request.Body.IsEmpty ? "has no body" : "is not JSON, or not all of it", response, request, e);
        }
    }

    private static string WhatIsShown(UpdateResponse answer) => answer.Assignment is null
        ? "neither lists the number nor has an assignment; what is shown is what was asked for"
        : "does not list the number; what is shown is the answer's assignment, completed from the request";

    private static UponAiException? ImportFailure(PhoneNumber phone, string number, ApiRequest request) =>
        phone.PlatformImportError != true ? null : ResponseErrors.Create(
            UponAiError.PlatformImportFailed,
            $"The assignment of {number} is stored, but the telephone platform refused the import, so calls will "
            + "not work. "
            + ResponseErrors.Reason(phone.PlatformImportErrorMessage),
            request);
}
