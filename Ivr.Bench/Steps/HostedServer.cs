using Ivr.Bench.Rounds;
using Ivr.Server.Commands;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Ivr.Bench.Steps;

/// <summary>The whole server in this process, reached without sockets. Its key ring is in the benchmark's PostgreSQL.</summary>
internal sealed class HostedServer : IAsyncDisposable
{
    /// <summary>The token that signs its webhooks.</summary>
    public const string AuthToken = "a token for benchmarks alone";

    private readonly WebApplication _app;
    private readonly string _journal;

    private HostedServer(WebApplication app, string journal) => (_app, _journal) = (app, journal);

    /// <summary>
    /// The server that the benchmarks use. It is static, because BenchmarkDotNet creates the benchmarks and passes them nothing.
    /// </summary>
    public static HostedServer Present { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

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
        // Log messages are formatted as in production, but written nowhere.
        builder.Logging.ClearProviders().AddProvider(new Nowhere());
        builder.WebHost.UseTestServer();
        var app = VoiceServer.Build(builder);
        await app.StartAsync();
        return Present = new(app, journal);
    }

    public HttpClient CreateClient() => _app.GetTestClient();

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
