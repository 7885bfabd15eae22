using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>
/// Options that are checked by their annotations. The messages of the annotations name the key, so no text is added to them.
/// </summary>
internal static class CheckedOptions
{
    /// <summary>Registers options that are read from a section and checked at start.</summary>
    public static void AddChecked<T>(this IServiceCollection services, string section)
        where T : class, new()
    {
        services.AddOptions<T>()
            .Configure<IConfiguration>((options, configuration) => SectionReader.Read(options, configuration.GetSection(section)))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(provider => new Annotations<T>(provider.GetRequiredService<IConfiguration>().GetSection(section)));
    }

    /// <summary>
    /// Reads and checks options for a command that has no services. <paramref name="further"/> are checks besides the annotations.
    /// </summary>
    /// <exception cref="OptionsValidationException">Something is wrong; the messages name the keys.</exception>
    public static T GetChecked<T>(this IConfiguration configuration, string section, params IValidateOptions<T>[] further)
        where T : class, new()
    {
        var options = new T();
        SectionReader.Read(options, configuration.GetSection(section));
        List<string> failures =
            [.. further.Prepend(new Annotations<T>(configuration.GetSection(section))).SelectMany(check => check.Validate(section, options).Failures ?? [])];
        return failures.Count == 0 ? options : throw new OptionsValidationException(section, typeof(T), failures);
    }

    private sealed class Annotations<T>(IConfiguration section) : IValidateOptions<T>
        where T : class, new()
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var failures = new List<ValidationResult>();
            var context = new ValidationContext(options);
            Validator.TryValidateObject(options, context, failures, validateAllProperties: true);
            // The validator does not call Validate when an annotation fails.
            if (failures.Count > 0 && options is IValidatableObject itself)
                failures.AddRange(itself.Validate(context));

            var told = SectionReader.Read(new T(), section).Concat(failures.Select(failure => failure.ErrorMessage!)).Distinct().ToList();
            return told.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(told);
        }
    }
}
