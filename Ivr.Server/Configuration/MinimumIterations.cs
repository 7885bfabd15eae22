using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>
/// In production a hash has to cost something. With a few rounds, whoever has table and pepper has every password of few digits at
/// once, and nobody would ever notice that it was so: calls go as well as ever.
/// </summary>
/// <param name="environment">The name of the environment, such as <c>Production</c>; tests and demonstrations need not wait.</param>
internal sealed class MinimumIterations(string environment) : IValidateOptions<PasswordOptions>
{
    private const int Fewest = 1000;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PasswordOptions options) =>
        environment == Environments.Production && options.Iterations is > 0 and < Fewest
            ? ValidateOptionsResult.Fail($"Passwords:Iterations is {options.Iterations}, too few to protect anybody: at least {Fewest} in Production.")
            : ValidateOptionsResult.Success;
}
