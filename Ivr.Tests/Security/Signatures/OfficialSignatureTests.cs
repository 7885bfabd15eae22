using Ivr.Tests.Oracles;
using Twilio.Security;

namespace Ivr.Tests.Security.Signatures;

public class OfficialSignatureTests(TwilioOracle oracle)
{
    private const int Requests = 250;
    private const string PublishedUrl = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string PublishedSignature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static readonly Dictionary<string, string> PublishedForm = new(StringComparer.Ordinal)
    {
        ["CallSid"] = "CA1234567890ABCDE",
        ["Caller"] = "+14158675309",
        ["Digits"] = "1234",
        ["From"] = "+14158675309",
        ["To"] = "+18005551212",
    };

    private static readonly RequestValidator Published = new("12345");

    [Fact]
    public void The_published_signature_is_valid() =>
        Assert.True(Published.Validate(PublishedUrl, PublishedForm, PublishedSignature));

    [Fact]
    public async Task What_the_official_SDK_signs_is_valid()
    {
        foreach (var (token, url, form) in GeneratedRequest.Take(Requests))
        {
            var signature = await oracle.SignAsync(token, url, form);
            Assert.True(new RequestValidator(token).Validate(url, form, signature), url);
        }
    }

    [Fact]
    public async Task What_the_published_algorithm_signs_is_valid_to_the_official_SDK_too()
    {
        foreach (var (token, url, form) in GeneratedRequest.Take(Requests))
        {
            var signature = PublishedAlgorithm.Sign(token, url, form);
            Assert.True(new RequestValidator(token).Validate(url, form, signature), url);
            Assert.True(await oracle.ValidateAsync(token, url, form, signature), url);
        }
    }

    [Fact]
    public async Task What_was_changed_after_signing_is_refused_as_the_official_SDK_refuses_it()
    {
        foreach (var request in GeneratedRequest.Take(Requests))
        {
            var signature = PublishedAlgorithm.Sign(request.Token, request.Url, request.Form);
            foreach (var (token, url, form) in request.Tampered())
            {
                Assert.False(new RequestValidator(token).Validate(url, form, signature), url);
                Assert.False(await oracle.ValidateAsync(token, url, form, signature), url);
            }
        }
    }

    [Theory]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B9=")]
    [InlineData("rsoydt4t1cutdk1pdd93/vvr8b8=")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData(" RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("é")]
    public void A_signature_with_a_wrong_letter_is_refused(string signature) =>
        Assert.False(Published.Validate(PublishedUrl, PublishedForm, signature));

    [Fact]
    public void A_null_value_counts_as_empty()
    {
        var form = new Dictionary<string, string> { ["FinishedOnKey"] = null!, ["msg"] = "Gather End" };
        Assert.True(Published.Validate(PublishedUrl, form, PublishedAlgorithm.Sign("12345", PublishedUrl, form)));
    }

    [Fact]
    public void No_form_and_an_empty_form_are_signed_by_the_url_alone()
    {
        var signature = PublishedAlgorithm.Sign("12345", PublishedUrl, new Dictionary<string, string>());
        Assert.True(Published.Validate(PublishedUrl, (IDictionary<string, string>?)null, signature));
        Assert.True(Published.Validate(PublishedUrl, new Dictionary<string, string>(), signature));
    }

    [Theory]
    [InlineData(null, "x")]
    [InlineData("", "x")]
    [InlineData(PublishedUrl, null)]
    [InlineData(PublishedUrl, "")]
    public void A_missing_url_or_signature_is_an_argument_error(string? url, string? signature) =>
        Assert.ThrowsAny<ArgumentException>(() => Published.Validate(url!, PublishedForm, signature!));
}
