namespace UponAi.Tests;

/// <summary>Tests the text that other programs write for an empty value, for an error or for an object.</summary>
public class PlaceholderTests
{
    [Theory]
    [InlineData("NULL")]
    [InlineData("null")]
    [InlineData("$null")]
    [InlineData("(null)")]
    [InlineData(@"\N")]
    [InlineData("nil")]
    [InlineData("undefined")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("NA")]
    [InlineData("N/A")]
    [InlineData("<none>")]
    [InlineData("(blank)")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("\u2014")]
    [InlineData("?")]
    [InlineData(" NULL ")]
    public void An_empty_value(string text) =>
        Assert.Equal("it is what databases and programs write for an empty value", Placeholder.Explain(text));

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("#NV")]
    [InlineData("#BEZUG!")]
    [InlineData("#SPILL!")]
    [InlineData("#####")]
    public void A_failed_formula(string text) =>
        Assert.Equal("it is what a spreadsheet writes for a failed formula", Placeholder.Explain(text));

    [Theory]
    [InlineData("System.Collections.Hashtable")]
    [InlineData("System.Object[]")]
    [InlineData("System.Xml.XmlElement")]
    [InlineData("System.Collections.Generic.List`1[System.Object]")]
    [InlineData("System.Collections.ObjectModel.Collection`1[[System.String, mscorlib, Version=4.0.0.0]]")]
    [InlineData("Deserialized.System.Collections.Hashtable")]
    [InlineData("Microsoft.PowerShell.Commands.GenericMeasureInfo")]
    [InlineData("UponAi.AgentRefCollection")]
    [InlineData("Object[]")]
    [InlineData("@{AgentId=agent_a; Weight=0.5}")]
    [InlineData("@{AgentId=agent_a; Wei")]
    [InlineData("[object Object]")]
    [InlineData("{\"agent_id\":\"agent_a\"}")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void An_object(string text) =>
        Assert.Equal("it is an object or a list that a program turned into text", Placeholder.Explain(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("agent_d3c2df14e163c7ca8ac5b1bf38")]
    [InlineData("null-desk")]
    [InlineData("System")]
    [InlineData("front.desk")]
    [InlineData("-1")]
    [InlineData("+14155550100")]
    [InlineData("0")]
    [InlineData("true")]
    public void Ordinary_text(string text) => Assert.Null(Placeholder.Explain(text));

    [Theory]
    [InlineData("NULL")]
    [InlineData("System.Collections.Hashtable")]
    [InlineData("#N/A")]
    public void No_value_of_any_kind_is_made_of_it(string text)
    {
        AssertRefused(UponAiError.InvalidAgentRef, () => AgentRef.Parse(text));
        AssertRefused(UponAiError.InvalidAgentRef, () => AgentRefCollection.Parse($"agent_a;{text}"));
        AssertRefused(UponAiError.InvalidNumber, () => NumberId.Parse(text));
        AssertRefused(UponAiError.InvalidWebhookUrl, () => Webhook.Parse(text));
        AssertRefused(UponAiError.InvalidAccountSid, () => new NumberLocation(text, 1));

        void AssertRefused(UponAiError error, Func<object?> read)
        {
            var refusal = Assert.Throws<UponAiException>(() => read());
            Assert.Equal(error, refusal.Error);
            Assert.Contains(Placeholder.Explain(text)!, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_hint_is_a_sentence() =>
        Assert.Equal(" It is what databases and programs write for an empty value.", Placeholder.Hint("NULL"));

    [Fact]
    public void Other_text_has_no_hint() => Assert.Empty(Placeholder.Hint("agent_sales"));
}
