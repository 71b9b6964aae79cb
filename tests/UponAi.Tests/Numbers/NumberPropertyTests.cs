using CsCheck;

namespace UponAi.Tests;

/// <summary>Tests rules that hold for any text of a number, an address or a webhook.</summary>
public sealed class NumberPropertyTests
{
    [Fact]
    public void The_text_of_a_number_reads_as_the_same_number() =>
        RandomText.Any("+0123456789 ()-./;ext=*#").Sample(text =>
    {
        if (RandomText.Refused(() => NumberId.Parse(text).Value, UponAiError.InvalidNumber) is not { } value)
            return true;
        return NumberId.Parse(value).Value == value && !value.Any(char.IsControl) && !value.Any(char.IsWhiteSpace);
    });

    [Fact]
    public void Separators_change_no_phone_number() =>
        Gen.Select(Gen.String[Gen.Char["0123456789"], 7, 12], Gen.Char[" -()\u00a0"], Gen.Int[1, 6])
            .Sample((digits, separator, at) =>
                // After a single hyphen, a greater number could be the end of a range.
                NumberId.Parse("+49 8" + digits.Insert(at, separator.ToString())).Value == "+498" + digits);

    [Fact]
    public void A_webhook_that_is_read_is_an_address_without_line_breaks() =>
        RandomText.Any("https://example.com:8080/?a=b#%20").Select(text => "https://" + text).Sample(text =>
        RandomText.Refused(() => Webhook.Parse(text).ToString(), UponAiError.InvalidWebhookUrl) is not { } url
            || !url.Any(char.IsControl));

    [Fact]
    public void Displayed_text_has_no_control_characters() =>
        RandomText.Any("\u001b[]0;m\u0007\u009b\u202eabc \r\n").Sample(text =>
        !DisplayText.Sanitize(text).Any(char.IsControl)
            && DisplayText.Sanitize(DisplayText.Sanitize(text)) == DisplayText.Sanitize(text));
}
