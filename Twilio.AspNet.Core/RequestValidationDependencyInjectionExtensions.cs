using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Twilio.AspNet.Core;

/// <summary>Registers the options of request validation. They are validated at first use, not at startup.</summary>
public static class RequestValidationDependencyInjectionExtensions
{
    /// <summary>
    /// Reads the options from <c>Twilio:RequestValidation</c>. If the token is missing there, it comes from <c>Twilio:AuthToken</c>. The
    /// first use of the options throws when the section <c>Twilio</c> does not exist.
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
