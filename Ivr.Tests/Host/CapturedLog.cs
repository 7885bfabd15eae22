using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Host;

/// <summary>Everything a server logged, at every level, to be looked through.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private static readonly string[] Warnings = [$"{LogLevel.Warning} ", $"{LogLevel.Error} ", $"{LogLevel.Critical} "];

    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The lines so far: category, message, exception.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Whether there is a warning among them, or worse.</summary>
    public bool HasWarning => _lines.Any(line => Warnings.Any(level => line.StartsWith(level, StringComparison.Ordinal)));

    /// <summary>Forgets them.</summary>
    public void Clear() => _lines.Clear();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            // Scopes are written by some loggers too, so what is in them counts as logged.
            lines.Enqueue($"{category} scope: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
