using System.Text.Json;
using UponAi.Client.Json;
using UponAi.Client.Operations;

namespace UponAi.Fuzz.Targets;

/// <summary>
/// Fuzzes the body of a successful response to an update: reads it, selects the number, and compares the number with
/// the request.
/// </summary>
internal static class UpdateAnswerTarget
{
    private static readonly StringCache Texts = new();

    private static readonly NumberLocation Scope = new("AC1", 7);

    private static readonly NumberAssignment Asked = new()
    {
        Number = NumberId.Parse("+14155550100"),
        Inbound = Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_a@3=90%;agent_b=10%"))),
        Outbound = Change.Clear<AgentSplit>(),
        InboundWebhook = Change.Set(Webhook.Parse("https://example.com/hook")),
        TimeRouting = true,
    };

    internal static void Take(byte[] input)
    {
        if (Read(input) is not { } answer) return;
        Promise.Holds(IsJson(input), "What is no JSON was read as an answer.");
        var phone = UpdatedNumberSelector.Select(answer, Asked, Scope, out _);
        Promise.Holds(
            phone.Number == Asked.Number.Value || phone.BaseNumber == Asked.Number.Value,
            "The response is taken from another number.");
        foreach (var problem in answer.Problems) Promise.IsPlain(problem);
        foreach (var warning in ResponseVerification.FindDifferences(Asked, phone)) Promise.IsPlain(warning);
        Promise.IsPlain(phone.GetInbound().ToDisplayString() + phone.GetOutbound().ToDisplayString());
    }

    private static UpdateResponse? Read(byte[] input)
    {
        try
        {
            return UpdateResponse.Read(input, Asked.Number, Texts);
        }
        catch (Exception e) when (AnswerRefusal.Is(e))
        {
            return null;
        }
    }

    private static bool IsJson(byte[] input)
    {
        try
        {
            using var json = JsonDocument.Parse(input);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
