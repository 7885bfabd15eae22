using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;
using Microsoft.AspNetCore.Builder;

namespace Ivr.Tests.Oracles.Lighthouse;

/// <summary>The pages that Lighthouse measures: the company's page of today with a morning's entries, and the phone's page.</summary>
internal sealed class MeasuredPages : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly TestServer _server;
    private readonly WebApplication _phone;

    private MeasuredPages(TestServer server, WebApplication phone, TemporaryFolder folder, string cookies)
    {
        (_server, _phone, _folder) = (server, phone, folder);
        All =
        [
            new("today", new(server.Url, "/company"), new(StringComparer.Ordinal) { ["Cookie"] = cookies }),
            new("phone", new(phone.Urls.First()), new(StringComparer.Ordinal)),
        ];
    }

    public IReadOnlyList<MeasuredPage> All { get; }

    public static async Task<MeasuredPages> OpenAsync(TestCluster cluster)
    {
        var server = await TestServer.TakeAsync(cluster);
        var folder = new TemporaryFolder();
        await Visitors.AddAsync(server.Database.ConnectionString);
        await server.Database.ExecuteAsync($"""
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled,
                                    caller, call_sid, entry_no, possible_duplicate)
            select worker.company_id, worker.id, client.id, client.region, 1 + n % 4, 1 + n % 3, date '2026-03-12',
                   timestamptz '2026-03-12 12:00+01' - n * interval '5 minutes', 'flanders-brussels', '', '', 'CA' || md5(n::text), 1, n % 9 = 0
            from worker, client, generate_series(1, 30) as n where login = '{TestData.Nl.Login}' and user_number = '{TestData.InFlanders}'
            """);
        using var door = new Door(server);
        await door.SignInAsync(Visitors.OfAlfa);
        return new(
            server,
            await PhoneInBrowser.StartSiteAsync(server, folder),
            folder,
            string.Join("; ", door.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
    }

    public async ValueTask DisposeAsync()
    {
        await _phone.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>A page, with the headers that requests for it need.</summary>
internal sealed record MeasuredPage(string Name, Uri Url, Dictionary<string, string> Headers);
