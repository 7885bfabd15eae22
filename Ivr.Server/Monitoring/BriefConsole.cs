using Ivr.Server.Voice.State;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Console log that writes a database outage as one line, not as a stack trace for each request. At level Debug and below, and for every
/// other exception, it also writes the stack trace. While nobody reads the output, it drops messages, and says later how many: no call
/// waits for the log.
/// </summary>
[ProviderAlias("Console")]
internal sealed class BriefConsole(ConsoleLoggerProvider console) : ILoggerProvider, ISupportExternalScope
{
    /// <summary>Replaces the standard console logger provider and keeps its configuration.</summary>
    public static void Replace(IServiceCollection services)
    {
        foreach (var usual in services.Where(service => service.ImplementationType == typeof(ConsoleLoggerProvider)).ToList())
            services.Remove(usual);
        services.TryAddSingleton<ConsoleLoggerProvider>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, BriefConsole>());
        services.PostConfigure<ConsoleLoggerOptions>(options => options.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(console.CreateLogger(categoryName));

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => console.SetScopeProvider(scopeProvider);

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
