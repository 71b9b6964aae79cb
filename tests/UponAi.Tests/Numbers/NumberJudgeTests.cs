using PhoneNumbers;
using Judge = PhoneNumbers.PhoneNumberUtil;

namespace UponAi.Tests;

/// <summary>
/// Tests the reading of numbers with the metadata of libphonenumber: example numbers of every country and type.
/// </summary>
public class NumberJudgeTests
{
    private static readonly Judge Metadata = Judge.GetInstance();

    private static readonly PhoneNumbers.PhoneNumber[] Examples =
    [
        .. from region in Metadata.GetSupportedRegions()
           from type in Enum.GetValues<PhoneNumberType>()
           let example = Metadata.GetExampleNumberForType(region, type)
           where example is not null
           select example,
        .. Metadata.GetSupportedGlobalNetworkCallingCodes().Select(Metadata.GetExampleNumberForNonGeoEntity),
    ];

    public static TheoryData<PhoneNumberFormat> FormsWithCountryCode =>
        [PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.RFC3966];

    [Fact]
    public void There_are_examples_of_every_region() => Assert.InRange(Examples.Length, 1000, int.MaxValue);

    [Theory]
    [MemberData(nameof(FormsWithCountryCode))]
    public void A_number_with_its_country_code_is_read_to_its_E164_form(PhoneNumberFormat form)
    {
        var wrong = Examples.Where(example => Read(Metadata.Format(example, form)) != E164(example));

        Assert.Empty(
            wrong.Select(example => $"{Metadata.Format(example, form)} is {Read(Metadata.Format(example, form))}"));
    }

    [Fact]
    public void A_number_in_national_form_is_never_taken_for_one_with_a_country_code() =>
        Assert.DoesNotContain(Examples.Select(National), text => Read(text).StartsWith('+'));

    [Fact]
    public void A_number_in_national_form_with_separators_is_refused() => Assert.DoesNotContain(
        Examples.Select(National),
        text => text.Count(char.IsDigit) >= 7 && !text.All(char.IsDigit) && Read(text).Length > 0);

    [Fact]
    public void A_number_that_lost_its_plus_is_doubtful() => Assert.DoesNotContain(
        Examples.Select(example => E164(example).Substring(1)),
        text => text.Length >= 8 && NumberId.Parse(text).Doubt is null);

    private static string E164(PhoneNumbers.PhoneNumber number) => Metadata.Format(number, PhoneNumberFormat.E164);

    private static string National(PhoneNumbers.PhoneNumber number) =>
        Metadata.Format(number, PhoneNumberFormat.NATIONAL);

    /// <summary>Returns the identifier, or null if the text is refused.</summary>
    private static string Read(string text)
    {
        try
        {
            return NumberId.Parse(text).Value;
        }
        catch (UponAiException)
        {
            return "";
        }
    }
}
