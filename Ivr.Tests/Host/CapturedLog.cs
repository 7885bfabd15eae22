using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Host;

/// <summary>Records everything that a server logs, at every level.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private static readonly string[] Warnings = [$"{LogLevel.Warning} ", $"{LogLevel.Error} ", $"{LogLevel.Critical} "];

    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The lines so far: category, message, exception.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Whether a line has level Warning or higher.</summary>
    public bool HasWarning => _lines.Any(line => Warnings.Any(level => line.StartsWith(level, StringComparison.Ordinal)));

    public void Clear() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            // Some loggers write scopes too, so the contents of a scope count as logged.
            lines.Enqueue($"{category} scope: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
