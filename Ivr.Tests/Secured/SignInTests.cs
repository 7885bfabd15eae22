using System.Net;
using Ivr.Server.Database;
using Ivr.Server.Secured.Accounts;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary>Who can sign in, how long a session lasts, and what the responses reveal.</summary>
public sealed class SignInTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Wrong = "not the password at all";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/company")]
    [InlineData("/company/history")]
    [InlineData("/company/emergencies")]
    [InlineData("/company/attempts")]
    [InlineData("/company/phones")]
    [InlineData("/company/entries/271828180")]
    [InlineData("/company/live")]
    [InlineData("/company/export.csv")]
    [InlineData("/company/export.json")]
    public async Task Who_has_not_signed_in_is_sent_to_do_so_and_an_operator_finds_nothing(string path)
    {
        using var door = new Door(_server);

        using var stranger = await door.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        Assert.StartsWith("/company/sign-in?to=", stranger.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotEmpty(stranger.Headers.GetValues("Content-Security-Policy"));

        await door.SignInAsync(Visitors.Operator);
        using var other = await door.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Connections_that_broke_while_nobody_looked_are_noticed_by_nobody()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        await door.ReadAsync("/company");

        await _server.Database.ShutAsync();
        await _server.Database.OpenAgainAsync();

        await door.ReadAsync("/company");
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_alone_over_tls_alone_and_out_of_reach_of_scripts()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        Assert.All(door.CookieHeaders, header =>
        {
            Assert.StartsWith("__Host-", header, StringComparison.Ordinal);
            Assert.Contains("; path=/;", header, StringComparison.Ordinal);
            Assert.Contains("; secure", header, StringComparison.Ordinal);
            Assert.Contains("; samesite=strict", header, StringComparison.Ordinal);
            Assert.Contains("; httponly", header, StringComparison.Ordinal);
            Assert.DoesNotContain("domain", header, StringComparison.Ordinal);
        });
        Assert.Contains("__Host-ivr-session", door.Cookies.Keys);
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_a_page_may_do()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        foreach (var path in new[] { "/company", "/company/sign-in", "/company/nothing-here", "/company/export.csv" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = "ivr.example.be";
            using var response = await door.SendAsync(request);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
            Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(response.Headers.GetValues("Permissions-Policy"));
        }
    }

    [Fact]
    public async Task An_unknown_login_and_a_wrong_password_look_the_same_and_lock_alike()
    {
        foreach (var failures in Enumerable.Range(1, 6))
        {
            var answers = new List<string>();
            foreach (var login in new[] { Visitors.OfAlfa.Login, "nobody@alfa" })
            {
                using var door = new Door(_server);
                using var response = await door.TryAsync(login, Wrong);
                var page = await response.Content.ReadAsStringAsync();
                answers.Add(page[page.IndexOf("id=\"problem\"", StringComparison.Ordinal)..page.IndexOf("<form method=\"post\" class=\"stacked\"", StringComparison.Ordinal)]);
            }

            Assert.Equal(answers[0], answers[1]);
            Assert.Contains(failures < 5 ? "is not right" : "Try again in one minute", answers[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_lock_holds_against_the_right_password_then_opens_and_grows()
    {
        using var door = new Door(_server);
        for (var tries = 0; tries < 5; tries++)
            (await door.TryAsync(Visitors.OfAlfa.Login, Wrong)).Dispose();

        Assert.Contains("one minute", await RunAndReportAsync(door, Visitors.OfAlfa.Password), StringComparison.Ordinal);
        _server.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("2 minutes", await RunAndReportAsync(door, Wrong), StringComparison.Ordinal);
        _server.Clock.Advance(TimeSpan.FromSeconds(121));
        await door.SignInAsync(Visitors.OfAlfa);

        Assert.Equal(0, await _server.Database.SingleAsync<int>("select count(*) from secured_lock"));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_all_counted()
    {
        var doors = Enumerable.Range(0, 12).Select(_ => new Door(_server)).ToList();

        await Task.WhenAll(doors.Select(door => door.TryAsync(Visitors.OfAlfa.Login, Wrong)));

        Assert.Equal(5, await _server.Database.SingleAsync<int>("select failures from secured_lock"));
        doors.ForEach(door => door.Dispose());
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_use_and_after_half_a_day_with_it()
    {
        using var idle = new Door(_server);
        using var busy = new Door(_server);
        await idle.SignInAsync(Visitors.OfAlfa);
        await busy.SignInAsync(Visitors.OfAlfa);

        var hours = 0.0;
        while (await IsInAsync(busy) && hours < 20)
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(20));
            hours += 1 / 3.0;
            if (hours is > .6 and < .7)
                Assert.False(await IsInAsync(idle));
        }

        Assert.InRange(hours, 11.9, 12.1);
    }

    [Fact]
    public async Task What_a_page_requests_by_itself_is_no_use_of_the_session()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        _server.Clock.Advance(TimeSpan.FromMinutes(20));

        using (await door.SendAsync(new(HttpMethod.Get, "/company/live"), HttpCompletionOption.ResponseHeadersRead))
        using (await door.SendAsync(new(HttpMethod.Head, "/company")))
        using (await door.GetAsync("/company/assets/pages.css"))
            _server.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.False(await IsInAsync(door));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(90, false)]
    public async Task A_session_that_begins_in_the_future_is_none(int secondsAhead, bool isOne)
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        await _server.Database.ExecuteAsync($"update secured_session set began_at = began_at + interval '{secondsAhead} seconds'");

        Assert.Equal(isOne, await IsInAsync(door));
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_of_before()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        using var copy = new Door(_server);
        foreach (var (name, value) in door.Cookies)
            copy.Cookies[name] = value;

        using var response = await door.PostAsync(
            "/company", "/company/sign-in", ("login", Visitors.OfBeta.Login), ("password", Visitors.OfBeta.Password));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.True(await IsInAsync(door));
        Assert.False(await IsInAsync(copy));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_copy_of_the_cookie_too()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        using var copy = new Door(_server);
        foreach (var (name, value) in door.Cookies)
            copy.Cookies[name] = value;
        Assert.True(await IsInAsync(copy));

        (await door.PostAsync("/company", "/company/sign-out")).Dispose();

        Assert.False(await IsInAsync(door));
        Assert.False(await IsInAsync(copy));
    }

    [Fact]
    public async Task A_lock_another_password_and_removal_end_sessions_on_every_node_at_once()
    {
        await using var source = DatabaseServices.CreateSource(_server.Database.ConnectionString);
        var desk = Visitors.Desk(source);
        foreach (var (change, mayReturn) in new (Func<Task>, bool)[]
                 {
                     (() => desk.ChangePasswordAsync(SecuredRole.Company, Visitors.OfAlfa.Login, Visitors.OfAlfa.Password), true),
                     (() => desk.LockAsync(SecuredRole.Company, Visitors.OfAlfa.Login, isLocked: true), false),
                     (() => desk.LockAsync(SecuredRole.Company, Visitors.OfAlfa.Login, isLocked: false), true),
                     (() => desk.RemoveAsync(SecuredRole.Company, Visitors.OfAlfa.Login), false),
                 })
        {
            using var door = new Door(_server);
            using var before = await door.TryAsync(Visitors.OfAlfa.Login, Visitors.OfAlfa.Password);
            await change();
            Assert.False(await IsInAsync(door));
            using var after = await new Door(_server).TryAsync(Visitors.OfAlfa.Login, Visitors.OfAlfa.Password);
            Assert.Equal(mayReturn ? HttpStatusCode.Redirect : HttpStatusCode.OK, after.StatusCode);
        }
    }

    [Theory]
    [InlineData("/company/sign-in")]
    [InlineData("/company/sign-out")]
    [InlineData("/company/language")]
    [InlineData("/company/emergencies?handler=Accept")]
    [InlineData("/company/entries/271828180")]
    public async Task A_form_that_another_site_sends_is_refused(string path)
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        using var response = await door.PostBareAsync(path, ("id", "1"), ("language", "fr"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(await IsInAsync(door));
    }

    [Theory]
    [InlineData("//evil.example.com")]
    [InlineData("https://evil.example.com/company")]
    [InlineData("/\\evil.example.com")]
    [InlineData("/operator")]
    [InlineData("/voice/incoming")]
    public async Task Signing_in_leads_to_a_page_of_ones_own_and_nowhere_else(string to)
    {
        using var door = new Door(_server);

        using var response = await door.PostAsync(
            "/company/sign-in", "/company/sign-in", ("login", Visitors.OfAlfa.Login), ("password", Visitors.OfAlfa.Password), ("to", to));

        Assert.Equal("/company", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("NONSENSE")]
    public async Task What_is_neither_reading_nor_sending_a_form_is_refused(string method)
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        using var response = await door.SendAsync(new(new(method), "/company"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("GET, HEAD, POST", response.Content.Headers.Allow.Count == 0 ? "" : string.Join(", ", response.Content.Headers.Allow));
        Assert.NotEmpty(response.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task Where_there_is_no_page_it_is_said_in_words_and_so_is_a_form_that_is_too_old()
    {
        using var door = new Door(_server, "fr");
        using var stranger = new Door(_server, "de");
        await door.SignInAsync(Visitors.OfAlfa);

        using var missing = await door.GetAsync("/company/entries/000000000");
        using var another = await door.GetAsync("/operator");
        using var old = await stranger.PostBareAsync("/company/sign-in", ("login", "a"));

        Assert.Contains("n&#39;existe pas", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Only the way back differs.
        Assert.Equal(
            (await missing.Content.ReadAsStringAsync()).Replace("\"/company\"", "\"/operator\"", StringComparison.Ordinal),
            await another.Content.ReadAsStringAsync());
        Assert.Contains("<h1>Diese Seite war zu alt</h1>", await old.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/html", old.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Pages_as_they_should_be_are_nothing_to_warn_of()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        foreach (var path in new[] { "", "/history", "/emergencies", "/attempts", "/phones", "/export.csv" })
            await door.ReadAsync($"/company{path}");

        Assert.DoesNotContain(
            _server.Log.Lines, line => line.Contains("Warning", StringComparison.Ordinal) && line.Contains("Antiforgery", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_is_asked_for_no_account_whatever_cookie_it_brings()
    {
        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        var webhook = call.Exchanges[0].Request;
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        var cookies = door.CookieHeaders.Count;
        // A query for a session waits for the lock, and then fails.
        await using var holder = await _server.Database.OpenAsync();
        await using var locked = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var sessions = new Npgsql.NpgsqlCommand("lock table secured_session in access exclusive mode", holder, locked);
        await sessions.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new FormUrlEncodedContent(webhook.Form) };
        request.Headers.Add("X-Twilio-Signature", new Ivr.Caller.Webhooks.RequestSigner(TestServer.AuthToken).Sign(webhook.Url, webhook.Form));
        using var answer = await door.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(cookies, door.CookieHeaders.Count);
        using var page = await door.GetAsync("/company");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
    }

    [Fact]
    public async Task No_log_line_has_a_password_at_any_level()
    {
        using var door = new Door(_server);
        (await door.TryAsync(Visitors.OfAlfa.Login, Wrong)).Dispose();
        await door.SignInAsync(Visitors.OfAlfa);
        (await door.GetAsync("/company")).Dispose();

        Assert.NotEmpty(_server.Log.Lines);
        Assert.DoesNotContain(_server.Log.Lines, line =>
            line.Contains(Visitors.OfAlfa.Password, StringComparison.Ordinal) || line.Contains(Wrong, StringComparison.Ordinal)
            || line.Contains(Uri.EscapeDataString(Wrong), StringComparison.Ordinal));
    }

    private static async Task<string> RunAndReportAsync(Door door, string password)
    {
        using var response = await door.TryAsync(Visitors.OfAlfa.Login, password);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<bool> IsInAsync(Door door)
    {
        using var response = await door.GetAsync("/company");
        return response.StatusCode == HttpStatusCode.OK;
    }
}
