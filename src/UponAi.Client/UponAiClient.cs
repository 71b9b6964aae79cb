using System.Text.Json;
using UponAi.Client.Errors;
using UponAi.Client.Json;
using UponAi.Client.Messages;
using UponAi.Client.Operations;
using UponAi.Client.Sending;

namespace UponAi.Client;

/// <summary>The platform over HTTP. One per connection: sockets, timeouts and retries are its own.</summary>
public sealed class UponAiClient : IUponAiApi
{
    private readonly NumberPath path;
    private readonly NumberTurns numbers = new();
    private readonly RequestSender sender;
    private readonly ListFetcher lists;

    /// <summary>Opens nothing yet: the first request does.</summary>
    public UponAiClient(ConnectionSettings settings) : this(settings, TimeProvider.System)
    {
    }

    internal UponAiClient(ConnectionSettings settings, TimeProvider time)
    {
        path = new NumberPath(settings.BaseUri);
        sender = new RequestSender(settings, Pacing, time);
        lists = new ListFetcher(sender, settings.BaseUri);
    }

    /// <inheritdoc/>
    public PacingLog Pacing { get; } = new();

    /// <inheritdoc/>
    public async Task<UpdateOutcome> UpdateAsync(NumberAssignment assignment, NumberLocation scope, CancellationToken cancellationToken)
    {
        var content = UpdateRequestWriter.Write(assignment, scope);
        using var exchange = sender.Put(path.Of(assignment.Number), content, new AssignmentErrorText(assignment.Number, scope));
        var answer = await SendAloneAsync(exchange, assignment.Number, cancellationToken).ConfigureAwait(false);
        return Judge(Read(exchange, answer, assignment.Number), assignment, scope, exchange.Summarize());
    }

    /// <inheritdoc/>
    public Task<ListOutcome<PhoneNumber>> ListNumbersAsync(string accountSid, CancellationToken cancellationToken) =>
        lists.NumbersAsync(accountSid, cancellationToken);

    /// <inheritdoc/>
    public Task<ListOutcome<Agent>> ListAgentsAsync(int workspaceId, CancellationToken cancellationToken) =>
        lists.AgentsAsync(workspaceId, cancellationToken);

    /// <inheritdoc/>
    public Task<ListOutcome<Agent>> ListAgentVersionsAsync(string agentId, int workspaceId, CancellationToken cancellationToken) =>
        lists.AgentVersionsAsync(agentId, workspaceId, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => sender.Dispose();

    private async Task<ApiResponse> SendAloneAsync(ApiRequest exchange, NumberId number, CancellationToken cancellationToken)
    {
        await numbers.EnterAsync(number, cancellationToken).ConfigureAwait(false);
        try
        {
            return await sender.SendAsync(exchange, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            numbers.Leave(number);
        }
    }

    private static UpdateAnswer Read(ApiRequest exchange, ApiResponse answer, NumberId number)
    {
        try
        {
            return UpdateAnswerReader.Read(exchange.Body, number);
        }
        catch (UnexpectedJsonException e)
        {
            throw ResponseErrors.Unusable(e.Message, answer, exchange, e);
        }
        // The reader reports text that is not UTF-8 as an invalid operation.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ResponseErrors.Unusable(exchange.Body.IsEmpty ? "has no body" : "is not JSON, or not all of it", answer, exchange, e);
        }
    }

    private static UpdateOutcome Judge(UpdateAnswer answer, NumberAssignment asked, NumberLocation scope, RequestSummary request)
    {
        if (answer.Success == false)
        {
            var said = string.IsNullOrEmpty(answer.Message) ? "It gives no reason." : $"It says: {DisplayText.Sanitize(answer.Message)}";
            throw new UponAiException(UponAiError.UpdateRejected, $"The platform did not make the change to {DisplayText.Sanitize(asked.Number.Value)}. {said}") { Request = request };
        }

        var phone = UpdatedNumberSelector.Of(answer, asked, scope, out var isBuilt);
        var warnings = ResponseVerification.Differences(asked, phone);
        if (isBuilt) warnings = [$"{DisplayText.Sanitize(asked.Number.Value)}: the platform's answer {WhatIsShown(answer)}.", .. warnings];
        return new UpdateOutcome { PhoneNumber = phone, Request = request, Warnings = warnings, ImportFailure = ImportFailure(phone, asked.Number, request) };
    }

    private static string WhatIsShown(UpdateAnswer answer) => answer.Assignment is null
        ? "neither lists the number nor has an assignment; what is shown is what was asked for"
        : "does not list the number; what is shown is the answer's assignment, completed from the request";

    private static UponAiException? ImportFailure(PhoneNumber phone, NumberId number, RequestSummary request)
    {
        if (phone.PlatformImportError != true) return null;
        var said = string.IsNullOrEmpty(phone.PlatformImportErrorMessage) ? "It gives no reason." : $"It says: {DisplayText.Sanitize(phone.PlatformImportErrorMessage)}";
        return new UponAiException(
            UponAiError.PlatformImportFailed,
            $"The assignment of {DisplayText.Sanitize(number.Value)} is stored, but the telephone platform refused the import, so calls will not work. {said}") { Request = request };
    }
}
