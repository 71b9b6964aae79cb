using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using UponAi.Client.Answers;
using UponAi.Client.Errors;
using UponAi.Client.Http;
using UponAi.Client.Pacing;
using UponAi.Client.Resilience;
using UponAi.Client.Wire;

namespace UponAi.Client;

/// <summary>The platform over HTTP. One per connection: sockets, timeouts and retries are its own.</summary>
public sealed class UponAiClient : IUponAiApi
{
    private readonly ConnectionSettings settings;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly Secret secret;
    private readonly NumberTurns numbers = new();
    private readonly Pacer pacer;
    private readonly ResiliencePipeline<Answer> pipeline;
    private volatile bool closed;

    /// <summary>Opens nothing yet: the first request does.</summary>
    public UponAiClient(ConnectionSettings settings) : this(settings, TimeProvider.System)
    {
    }

    internal UponAiClient(ConnectionSettings settings, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        secret = new Secret(settings.Token);
        http = Transport.Create(settings);
        pacer = new Pacer(time, Pacing);
        pipeline = RetryPipeline.Create(settings, pacer, time);
    }

    /// <inheritdoc/>
    public PacingLog Pacing { get; } = new();

    /// <inheritdoc/>
    public async Task<UpdateOutcome> UpdateAsync(NumberAssignment assignment, AssignmentScope scope, CancellationToken cancellationToken)
    {
        var content = UpdateRequestWriter.Write(assignment, scope);
        using var exchange = new Exchange(http, HttpMethod.Put, NumberPath.Of(settings.BaseUri, assignment.Number), content, time, secret);
        var answer = await SendAloneAsync(exchange, assignment.Number, cancellationToken).ConfigureAwait(false);
        if (answer is not { StatusCode: 200, Body: BodyState.Whole })
            throw AnswerErrors.From(answer, exchange.Body, new RequestTarget(assignment.Number, scope), exchange.Summarize());

        return Judge(Read(exchange, answer, assignment.Number), assignment, scope, exchange.Summarize());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        closed = true;
        http.Dispose();
        pacer.Dispose();
    }

    private async Task<Answer> SendAloneAsync(Exchange exchange, NumberId number, CancellationToken cancellationToken)
    {
        await numbers.EnterAsync(number, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendAsync(exchange, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            numbers.Leave(number);
        }
    }

    private async Task<Answer> SendAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            var outcome = await pipeline.ExecuteOutcomeAsync(static (context, exchange) => exchange.AttemptAsync(context.CancellationToken), context, exchange).ConfigureAwait(false);
            if (outcome.Result is { } answer) return answer;
            cancellationToken.ThrowIfCancellationRequested();
            return Explain(exchange, outcome.Exception!);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>The answer, or the error, that the last attempt came to; a timeout that ended a wait has nothing to add to it.</summary>
    private Answer Explain(Exchange exchange, Exception exception) => exception switch
    {
        _ when closed => throw UponAiConnection.Closed(),
        BrokenCircuitException open => throw TransportErrors.NotSent(open, exchange.Uri, exchange.Summarize()),
        TimeoutRejectedException when exchange.LastAnswer is { } answer => answer,
        TimeoutRejectedException when exchange.LastFailure is { } failure => throw TransportErrors.From(failure, exchange.Uri, exchange.Summarize()),
        TimeoutRejectedException timeout => throw TransportErrors.TimedOut(settings, exchange.Uri, exchange.Summarize(), timeout),
        _ => throw TransportErrors.From(exception, exchange.Uri, exchange.Summarize()),
    };

    private static UpdateAnswer Read(Exchange exchange, Answer answer, NumberId number)
    {
        try
        {
            return UpdateAnswerReader.Read(exchange.Body, number);
        }
        catch (WrongShapeException e)
        {
            throw AnswerErrors.Unusable(e.Message, answer, exchange.Body, exchange.Summarize(), e);
        }
        // The reader reports text that is not UTF-8 as an invalid operation.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw AnswerErrors.Unusable(exchange.Body.IsEmpty ? "has no body" : "is not JSON, or not all of it", answer, exchange.Body, exchange.Summarize(), e);
        }
    }

    private static UpdateOutcome Judge(UpdateAnswer answer, NumberAssignment asked, AssignmentScope scope, RequestSummary request)
    {
        if (answer.Success == false)
        {
            var said = string.IsNullOrEmpty(answer.Message) ? "It gives no reason." : $"It says: {PlainText.Show(answer.Message)}";
            throw new UponAiException(UponAiError.UpdateRejected, $"The platform did not make the change to {PlainText.Show(asked.Number.Value)}. {said}") { Request = request };
        }

        var phone = AnsweredNumber.Of(answer, asked, scope, out var isBuilt);
        var warnings = ReadBack.Differences(asked, phone);
        if (isBuilt) warnings = [$"{PlainText.Show(asked.Number.Value)}: the platform's answer {WhatIsShown(answer)}.", .. warnings];
        return new UpdateOutcome { PhoneNumber = phone, Request = request, Warnings = warnings, ImportFailure = ImportFailure(phone, asked.Number, request) };
    }

    private static string WhatIsShown(UpdateAnswer answer) => answer.Assignment is null
        ? "neither lists the number nor has an assignment; what is shown is what was asked for"
        : "does not list the number; what is shown is the answer's assignment, completed from the request";

    private static UponAiException? ImportFailure(PhoneNumber phone, NumberId number, RequestSummary request)
    {
        if (phone.PlatformImportError != true) return null;
        var said = string.IsNullOrEmpty(phone.PlatformImportErrorMessage) ? "It gives no reason." : $"It says: {PlainText.Show(phone.PlatformImportErrorMessage)}";
        return new UponAiException(
            UponAiError.PlatformImportFailed,
            $"The assignment of {PlainText.Show(number.Value)} is stored, but the telephone platform refused the import, so calls will not work. {said}") { Request = request };
    }
}
