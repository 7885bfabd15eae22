using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Twilio.AspNet.Core;

/// <summary>Registers the options of request validation. They are checked when they are first used, not at the start.</summary>
public static class RequestValidationDependencyInjectionExtensions
{
    /// <summary>
    /// Takes the options from <c>Twilio:RequestValidation</c>, and the token from <c>Twilio:AuthToken</c> when it is not there.
    /// Using them fails when there is no section <c>Twilio</c>.
    /// </summary>
    public static IServiceCollection AddTwilioRequestValidation(this IServiceCollection services)
    {
        services.AddSingleton<IOptionsChangeTokenSource<TwilioRequestValidationOptions>,
            ConfigurationChangeTokenSource<TwilioRequestValidationOptions>>();
        services.AddOptions<TwilioRequestValidationOptions>()
            .Configure<IConfiguration>(Read)
            .PostConfigure(Clean)
            .Validate(
                options => !string.IsNullOrEmpty(options.AuthToken),
                "Twilio:AuthToken or Twilio:RequestValidation:AuthToken is missing.");
        return services;
    }

    private static void Read(TwilioRequestValidationOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection("Twilio");
        if (!section.Exists())
            throw new InvalidOperationException("The configuration has no section Twilio.");

        section.GetSection("RequestValidation").Bind(options);
        if (string.IsNullOrEmpty(options.AuthToken) && section["AuthToken"] is { Length: > 0 } token)
            options.AuthToken = token;
    }

    private static void Clean(TwilioRequestValidationOptions options)
    {
        options.AuthToken = options.AuthToken is "" ? null! : options.AuthToken;
        options.BaseUrlOverride = options.BaseUrlOverride is "" ? null : options.BaseUrlOverride?.TrimEnd('/');
    }
}
