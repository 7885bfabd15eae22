using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twilio.AspNet.Core;

namespace Ivr.Tests.Deployment.Configuration;

public class ValidationOptionsTests
{
    [Fact]
    public void Options_come_from_their_section()
    {
        var options = Read(
            ("Twilio:AuthToken", "outer"),
            ("Twilio:RequestValidation:AuthToken", "inner"),
            ("Twilio:RequestValidation:AllowLocal", "true"),
            ("Twilio:RequestValidation:BaseUrlOverride", "https://voice.example.be/base//"));
        Assert.Equal("inner", options.AuthToken);
        Assert.True(options.AllowLocal);
        Assert.Equal("https://voice.example.be/base", options.BaseUrlOverride);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void The_token_falls_back_to_that_of_the_account(string? inner)
    {
        var options = Read(
            ("Twilio:AuthToken", "outer"),
            ("Twilio:RequestValidation:AuthToken", inner),
            ("Twilio:RequestValidation:BaseUrlOverride", ""));
        Assert.Equal("outer", options.AuthToken);
        Assert.Null(options.AllowLocal);
        Assert.Null(options.BaseUrlOverride);
    }

    [Fact]
    public void A_missing_token_is_told_when_the_options_are_first_used()
    {
        Assert.Throws<OptionsValidationException>(
            () => Read(("Twilio:RequestValidation:AllowLocal", "true")));
        Assert.Throws<OptionsValidationException>(
            () => Read(("Twilio:AuthToken", ""), ("Twilio:RequestValidation:AuthToken", "")));
    }

    [Fact]
    public void A_missing_section_is_an_error() =>
        Assert.ThrowsAny<Exception>(() => Read());

    private static TwilioRequestValidationOptions Read(params (string Key, string? Value)[] values)
    {
        IConfiguration configuration =
            new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => pair.Value)).Build();
        using var provider = new ServiceCollection().AddSingleton(configuration).AddTwilioRequestValidation().BuildServiceProvider();
        using var scope = provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<TwilioRequestValidationOptions>>().Value;
    }
}
