using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>
/// Requires a minimum cost of password hashes in production. With few iterations, an attacker who has the table and the pepper finds all
/// short passwords at once. Nobody would notice the weakness, because calls work as usual. <c>environment</c> is the name of the
/// environment, such as <c>Production</c>; tests and demonstrations use other environments and need not wait.
/// </summary>
internal sealed class MinimumIterations(string environment) : IValidateOptions<PasswordOptions>
{
    private const int Fewest = 1000;

    public ValidateOptionsResult Validate(string? name, PasswordOptions options) =>
        environment == Environments.Production && options.Iterations is > 0 and < Fewest
            ? ValidateOptionsResult.Fail($"Passwords:Iterations is {options.Iterations}, too few to protect anybody: at least {Fewest} in Production.")
            : ValidateOptionsResult.Success;
}
