using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twilio.AspNet.Core;

namespace Ivr.Tests.StandIns;

public class ValidationOptionsTests
{
    [Fact]
    public void Options_come_from_their_section()
    {
        var options = Read(
            services => services.AddTwilioRequestValidation(),
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
            services => services.AddTwilioRequestValidation(),
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
            () => Read(services => services.AddTwilioRequestValidation(), ("Twilio:RequestValidation:AllowLocal", "true")));
        Assert.Throws<OptionsValidationException>(
            () => Read(services => services.AddTwilioRequestValidation(options => options.AuthToken = "")));
    }

    [Fact]
    public void A_missing_section_is_an_error() =>
        Assert.ThrowsAny<Exception>(() => Read(services => services.AddTwilioRequestValidation()));

    [Fact]
    public void Any_section_can_be_named()
    {
        var section = Configuration(("My:AuthToken", "mine"), ("My:BaseUrlOverride", "https://x.example/")).GetSection("My");
        var options = Read(services => services.AddTwilioRequestValidation(section));
        Assert.Equal("mine", options.AuthToken);
        Assert.Equal("https://x.example", options.BaseUrlOverride);
    }

    [Fact]
    public void Code_can_set_the_options()
    {
        Assert.Equal("a", Read(services => services.AddTwilioRequestValidation(options => options.AuthToken = "a")).AuthToken);
        Assert.Equal(
            "b",
            Read(
                services => services.AddTwilioRequestValidation(
                    (provider, options) => options.AuthToken = provider.GetRequiredService<IConfiguration>()["Token"]!),
                ("Token", "b")).AuthToken);

        var given = new TwilioRequestValidationOptions { AuthToken = "c", AllowLocal = false, BaseUrlOverride = "https://x.example/" };
        var read = Read(services => services.AddTwilioRequestValidation(given));
        Assert.Equal(("c", false, "https://x.example"), (read.AuthToken, read.AllowLocal, read.BaseUrlOverride));
    }

    private static TwilioRequestValidationOptions Read(
        Action<IServiceCollection> register, params (string Key, string? Value)[] configuration)
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(Configuration(configuration));
        register(services);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<TwilioRequestValidationOptions>>().Value;
    }

    private static IConfigurationRoot Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => pair.Value)).Build();
}
