using Microsoft.Extensions.Options;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Keeps ASP.NET Core from logging whole URLs, whatever levels are configured: the state of a call rides in them.
/// </summary>
internal sealed class UnloggedUrls : IPostConfigureOptions<LoggerFilterOptions>
{
    // "Request starting" and "Request finished", at level Information, with the query.
    private const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics";

    // A rule for one provider goes before one for all of them, so each provider that has rules gets this one too.
    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
            options.Rules.Add(new(provider, Category, LogLevel.Warning, filter: null));
    }
}
