using Ivr.Server.Voice.State;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Ivr.Server.Monitoring;

/// <summary>
/// The console's log, in which a database that is away is one line, not a page for everybody who asks it. At the level Debug and below,
/// and for every other exception, there is the stack trace too.
/// </summary>
[ProviderAlias("Console")]
internal sealed class BriefConsole(ConsoleLoggerProvider console) : ILoggerProvider, ISupportExternalScope
{
    /// <summary>Takes the place of the usual console log, whose configuration stays the same.</summary>
    public static void Replace(IServiceCollection services)
    {
        foreach (var usual in services.Where(service => service.ImplementationType == typeof(ConsoleLoggerProvider)).ToList())
            services.Remove(usual);
        services.TryAddSingleton<ConsoleLoggerProvider>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, BriefConsole>());
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(console.CreateLogger(categoryName));

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => console.SetScopeProvider(scopeProvider);

    /// <inheritdoc/>
    public void Dispose() => console.Dispose();

    private sealed class Logger(ILogger console) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => console.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => console.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is null || logLevel <= LogLevel.Debug || !KeyRingAway.IsDatabaseOutage(exception))
                console.Log(logLevel, eventId, state, exception, formatter);
            else
                console.Log(logLevel, eventId, state, null, (what, _) => $"{formatter(what, exception)} ({FaultText.Of(exception)})");
        }
    }
}
