using Ivr.Server.Emergency;
using Ivr.Server.Emergency.Journals;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Emergency;

/// <summary>What a test does to a server's database, and looks for afterwards.</summary>
internal static class Outages
{
    /// <summary>Waits until the server may give references: it asks for its number in the background.</summary>
    public static Task IsReadyForTheWorstAsync(this TestServer server) =>
        Eventually.TrueAsync(() => Task.FromResult(server.Services.GetRequiredService<Journal>().HasNode), "The journal has no node number.");

    /// <summary>Waits until the database has all that was left, and the incident is over.</summary>
    /// <param name="server">The server.</param>
    /// <param name="folder">The folder of its journal, when the test gave it another.</param>
    public static Task HasLoadedAllAsync(this TestServer server, string? folder = null) => Eventually.TrueAsync(
        () => Task.FromResult(
            !server.Services.GetRequiredService<Incidents>().IsOpen
            && IsNew(Path.Combine(folder ?? server.Journal, "journal"))
            && Directory.GetFiles(folder ?? server.Journal, "*.waiting").Length == 0),
        "The journal is not loaded.");

    /// <summary>All that was loaded, once there are so many.</summary>
    public static async Task<IReadOnlyList<EmergencyTableRow>> LoadedAsync(this TestDatabase database, int count)
    {
        await Eventually.TrueAsync(async () => (await database.EmergencyAsync()).Count >= count, $"{count} emergency entries are not loaded.");
        return await database.EmergencyAsync();
    }

    /// <summary>All that was loaded.</summary>
    public static Task<IReadOnlyList<EmergencyTableRow>> EmergencyAsync(this TestDatabase database) => database.QueryAsync<EmergencyTableRow>(
        """
        select array(select reference from emergency_reference where entry_id = emergency_entry.id order by reference) as references,
               emergency_entry.*, worker.login as worker_login, client.region, prestation.reference as prestation_reference
        from emergency_entry
        left join worker on worker.id = emergency_entry.worker_id
        left join client on client.id = emergency_entry.client_id
        left join prestation on prestation.id = prestation_id
        order by emergency_entry.left_at, emergency_entry.id
        """);

    /// <summary>The incidents that are over, once there are so many.</summary>
    public static async Task<IReadOnlyList<IncidentRow>> IncidentsAsync(this TestDatabase database, int count)
    {
        const string sql = "select id, node, started_at, ended_at, lines, calls_hit from incident where ended_at is not null order by started_at";
        await Eventually.TrueAsync(async () => (await database.QueryAsync<IncidentRow>(sql)).Count >= count, $"{count} incidents are not loaded.");
        return await database.QueryAsync<IncidentRow>(sql);
    }

    /// <summary>What stands in a journal's files, as text.</summary>
    public static string ReadJournal(string folder) =>
        string.Concat(Directory.EnumerateFiles(folder, "journal*").Order(StringComparer.Ordinal).Select(ReadAlong));

    /// <summary>The nine digits, twice in one sentence.</summary>
    public static string HeardReference(string heard)
    {
        var said = System.Text.RegularExpressions.Regex.Matches(heard, @"9 \d \d, \d \d \d, \d \d \d", default, TimeSpan.FromSeconds(1));
        Assert.Equal(2, said.Count);
        Assert.Equal(said[0].Value, said[1].Value);
        return string.Concat(said[0].Value.Where(char.IsAsciiDigit));
    }

    // A file is set aside first, and loaded then.
    private static bool IsNew(string file) => File.Exists(file) && JournalReader.Read(file).All(line => line.Content is NodeTaken);

    private static string ReadAlong(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
