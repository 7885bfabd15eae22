using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Proxies;

/// <summary>nginx with the settings of <c>deploy/nginx/voice.conf</c>, on a loopback address of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Main = """
        daemon off;
        worker_processes 1;
        error_log FOLDER/error.log;
        pid FOLDER/pid;
        events { }
        http {
            access_log off;
            client_body_temp_path FOLDER/body;
            proxy_temp_path FOLDER/proxy;
            fastcgi_temp_path FOLDER/fastcgi;
            uwsgi_temp_path FOLDER/uwsgi;
            scgi_temp_path FOLDER/scgi;
            include FOLDER/voice.conf;
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private BoundProgram _program = null!;

    private Nginx(string subnet) => (Url, Servers) = (new($"http://{subnet}.1:8080"), [$"http://{subnet}.21:8080", $"http://{subnet}.22:8080"]);

    /// <summary>Where nginx listens.</summary>
    public Uri Url { get; }

    /// <summary>Where nginx expects the voice servers.</summary>
    public IReadOnlyList<string> Servers { get; }

    public static async Task<Nginx> StartAsync()
    {
        // All of 127.0.0.0/8 is this machine. Two test runs at the same time have different addresses.
        var subnet = $"127.{1 + Environment.ProcessId / 256 % 250}.{Environment.ProcessId % 256}";
        var nginx = new Nginx(subnet);
        var voice = (await File.ReadAllTextAsync(Repository.In("deploy", "nginx", "voice.conf")))
            .Replace("10.0.0.", $"{subnet}.", StringComparison.Ordinal)
            .Replace("listen 8080;", $"listen {subnet}.1:8080;", StringComparison.Ordinal);
        await nginx._folder.WriteAsync("voice.conf", voice);
        var main = await nginx._folder.WriteAsync("nginx.conf", Main.Replace("FOLDER", nginx._folder.Path, StringComparison.Ordinal));
        nginx._program = BoundProgram.Start(nginx._folder.In("output.log"), "/usr/sbin/nginx", "-c", main);
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _folder.Dispose();
    }
}
