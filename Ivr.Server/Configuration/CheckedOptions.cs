using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>Options that are checked by their annotations, whose messages name the key and need no more words around them.</summary>
internal static class CheckedOptions
{
    /// <summary>Adds options that are read from a section and checked at start.</summary>
    public static void AddChecked<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>, Annotations<T>>();
    }

    /// <summary>Reads options for a command that has no services.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; the message names the key.</exception>
    public static T GetChecked<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = configuration.GetSection(section).Get<T>() ?? new();
        var result = new Annotations<T>().Validate(section, options);
        return result.Succeeded ? options : throw new OptionsValidationException(section, typeof(T), result.Failures!);
    }

    private sealed class Annotations<T> : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var failures = new List<ValidationResult>();
            return Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(failures.Select(failure => failure.ErrorMessage!));
        }
    }
}
