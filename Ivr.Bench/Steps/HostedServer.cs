using Ivr.Bench.Rounds;
using Ivr.Server.Commands;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Ivr.Bench.Steps;

/// <summary>The whole server in this process, reached without sockets; its key ring is in the benchmark's PostgreSQL.</summary>
internal sealed class HostedServer : IAsyncDisposable
{
    /// <summary>The token that signs its webhooks.</summary>
    public const string AuthToken = "a token for benchmarks alone";

    private readonly WebApplication _app;
    private readonly string _journal;

    private HostedServer(WebApplication app, string journal) => (_app, _journal) = (app, journal);

    /// <summary>The one that the benchmarks use, which BenchmarkDotNet makes by itself and hands nothing.</summary>
    public static HostedServer Present { get; private set; } = null!;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it.</summary>
    public static async Task<HostedServer> StartAsync(BenchCluster cluster)
    {
        var database = await cluster.CreateDatabaseAsync();
        await using (var source = DatabaseServices.CreateSource(database))
            await new Migrator(source, Migration.All).MigrateAsync();
        var journal = Directory.CreateTempSubdirectory("ivr-bench-").FullName;
        var builder = VoiceServer.CreateBuilder(
        [
            $"--ConnectionStrings:Ivr={database}", $"--Twilio:AuthToken={AuthToken}", "--Passwords:Pepper=a pepper for benchmarks alone, of no use to anybody",
            $"--Emergency:JournalFolder={journal}",
        ]);
        // Logged as in service, and written nowhere.
        builder.Logging.ClearProviders().AddProvider(new Nowhere());
        builder.WebHost.UseTestServer();
        var app = VoiceServer.Build(builder);
        await app.StartAsync();
        return Present = new(app, journal);
    }

    /// <summary>A client that talks to it.</summary>
    public HttpClient CreateClient() => _app.GetTestClient();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_journal, recursive: true);
    }

    private sealed class Nowhere : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            formatter(state, exception);

        public void Dispose()
        {
        }
    }
}
