using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Ivr.Bench.Rounds;
using Ivr.Caller.Load;

namespace Ivr.Bench.Cluster;

/// <summary>A user of the company's pages, without a browser: it keeps cookies as a browser behind TLS does.</summary>
internal sealed partial class PageReader : IDisposable
{
    private const string SignIn = "/company/sign-in";
    private const string Live = "/company/live";
    private const string Entries = "event: entries";

    // A user who is told to come back later does so.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient _http;
    private readonly List<string> _cookies = [];

    private PageReader(Uri server) =>
        _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = server };

    /// <exception cref="BenchException">The server does not accept the account.</exception>
    public static async Task<PageReader> SignInAsync(Uri server, string login, string password, CancellationToken cancellationToken)
    {
        var reader = new PageReader(server);
        try
        {
            using var form = await reader._http.GetAsync(SignIn, cancellationToken);
            reader.Keep(form);
            var token = Token().Match(await form.Content.ReadAsStringAsync(cancellationToken)).Groups["token"].Value;
            using var typed = new FormUrlEncodedContent([new("login", login), new("password", password), new("form", token)]);
            using var answer = await reader._http.PostAsync(SignIn, typed, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.Redirect)
                throw new BenchException($"The server did not accept the account of the pages ({(int)answer.StatusCode}).");
            reader.Keep(answer);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Reads a page. Returns false when the server says that it is too busy.</summary>
    public async Task<bool> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(path, cancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests => false,
            var other => throw new BenchException($"{path} was answered with {(int)other}."),
        };
    }

    /// <summary>Reads a page <paramref name="atOnce"/> times at once, and again and again, until the end.</summary>
    public async Task<PagesRead> ReadAllTheTimeAsync(string path, int atOnce, CancellationToken end)
    {
        var times = new Histogram();
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => ReadAgainAndAgainAsync()));
        return new((int)times.Count, refused, times.Percentile(50).TotalMilliseconds);

        async Task ReadAgainAndAgainAsync()
        {
            try
            {
                while (!end.IsCancellationRequested)
                {
                    var began = Stopwatch.GetTimestamp();
                    if (await ReadAsync(path, end))
                    {
                        lock (times)
                            times.Add(Stopwatch.GetElapsedTime(began));
                    }
                    else
                    {
                        Interlocked.Increment(ref refused);
                        await Task.Delay(Pause, end);
                    }
                }
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                // This page is given up.
            }
        }
    }

    /// <summary>Keeps live pages open until the end.</summary>
    /// <exception cref="BenchException">A page received no entry.</exception>
    public Task WatchAsync(int pages, CancellationToken end)
    {
        return Task.WhenAll(Enumerable.Range(0, pages).Select(_ => WatchAsync()));

        async Task WatchAsync()
        {
            var events = 0;
            try
            {
                using var answer = await _http.GetAsync(Live, HttpCompletionOption.ResponseHeadersRead, end);
                if (!answer.IsSuccessStatusCode)
                    throw new BenchException($"A live page was answered with {(int)answer.StatusCode}.");
                using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(end));
                while (await reader.ReadLineAsync(end) is { } line)
                    events += line == Entries ? 1 : 0;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                // The browser is closed.
            }

            // The first event is the state at the beginning.
            if (events < 2)
                throw new BenchException("A live page received no entry.");
        }
    }

    public void Dispose() => _http.Dispose();

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            return;
        _cookies.AddRange(cookies.Select(cookie => cookie.Split(';')[0]));
        _http.DefaultRequestHeaders.Remove("Cookie");
        _http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", _cookies));
    }

    [GeneratedRegex("name=\"form\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

/// <summary>Pages that were read while calls came.</summary>
/// <param name="Answered">How many were answered.</param>
/// <param name="Refused">How many were refused, because the company's other pages took too long.</param>
/// <param name="Milliseconds">How long half of the answered ones took at most.</param>
internal sealed record PagesRead(int Answered, int Refused, double Milliseconds);
