using Microsoft.Extensions.Options;

namespace Ivr.Server.Monitoring;

/// <summary>Prevents ASP.NET Core from logging whole URLs at any configured level: they contain the state of a call.</summary>
internal sealed class UnloggedUrls : IPostConfigureOptions<LoggerFilterOptions>
{
    // This category logs "Request starting" and "Request finished" at level Information, with the query.
    private const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics";

    // A rule for one provider takes precedence over a rule for all providers, so each provider that has rules gets this rule too.
    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
            options.Rules.Add(new(provider, Category, LogLevel.Warning, filter: null));
    }
}
