using Microsoft.Extensions.Options;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Prevents ASP.NET Core from logging the content of requests at any configured level: whole URLs contain the state of a call, and forms
/// and queries of the pages contain passwords and user numbers.
/// </summary>
internal sealed class UnloggedContent : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly IReadOnlyList<(string Category, LogLevel Least)> Floors =
    [
        // "Request starting" and "Request finished" at level Information, with the query.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning),
        // The arguments of the pages' handlers at level Trace, and the targets of redirects at level Information.
        ("Microsoft.AspNetCore.Mvc", LogLevel.Warning),
        // The beginning of a request that is not HTTP at level Debug.
        ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Information),
    ];

    // Only the most specific rule for a logger is applied, so the condition is added to every rule, and to a rule for loggers without one.
    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var rules = options.Rules.Prepend(new(null, null, options.MinLevel, filter: null)).ToList();
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                MayLog(category, level) && (rule.Filter?.Invoke(provider, category, level) ?? true)));
        }
    }

    private static bool MayLog(string? category, LogLevel level) =>
        level >= LogLevel.Warning || category is null
        || Floors.All(floor => level >= floor.Least || !category.StartsWith(floor.Category, StringComparison.Ordinal));
}
