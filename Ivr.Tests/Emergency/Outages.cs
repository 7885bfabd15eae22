using Ivr.Server.Emergency;
using Ivr.Server.Emergency.Journals;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Emergency;

/// <summary>Waits for the effects of an outage of a server's database, and reads them.</summary>
internal static class Outages
{
    /// <summary>Waits until the server can give references. It takes its node number in the background.</summary>
    public static Task IsReadyForTheWorstAsync(this TestServer server) =>
        Eventually.TrueAsync(() => Task.FromResult(server.Untouched.GetRequiredService<Journal>().HasNode), "The journal has no node number.");

    /// <summary>
    /// Waits until the database has everything that was left and the incident is over. <paramref name="folder"/> is the folder of the
    /// journal, if it is not the server's default.
    /// </summary>
    public static Task HasLoadedAllAsync(this TestServer server, string? folder = null) => Eventually.TrueAsync(
        () => Task.FromResult(
            !server.Untouched.GetRequiredService<Incidents>().IsOpen
            && IsNew(Path.Combine(folder ?? server.Journal, "journal"))
            && Directory.GetFiles(folder ?? server.Journal, "*.waiting").Length == 0),
        "The journal is not loaded.");

    /// <summary>Waits until at least <paramref name="count"/> entries are loaded, and returns all.</summary>
    public static async Task<IReadOnlyList<EmergencyTableRow>> LoadedAsync(this TestDatabase database, int count)
    {
        await Eventually.TrueAsync(async () => (await database.EmergencyAsync()).Count >= count, $"{count} emergency entries are not loaded.");
        return await database.EmergencyAsync();
    }

    /// <summary>Returns all loaded entries.</summary>
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

    /// <summary>Waits until at least <paramref name="count"/> incidents have ended and are loaded, and returns them.</summary>
    public static async Task<IReadOnlyList<IncidentRow>> IncidentsAsync(this TestDatabase database, int count)
    {
        const string sql = "select id, node, started_at, ended_at, lines, calls_hit from incident where ended_at is not null order by started_at";
        await Eventually.TrueAsync(async () => (await database.QueryAsync<IncidentRow>(sql)).Count >= count, $"{count} incidents are not loaded.");
        return await database.QueryAsync<IncidentRow>(sql);
    }

    /// <summary>Returns the text of all files of a journal.</summary>
    public static string ReadJournal(string folder) =>
        string.Concat(Directory.EnumerateFiles(folder, "journal*").Order(StringComparer.Ordinal).Select(ReadAlong));

    /// <summary>Returns the nine digits of a reference. Asserts that the words say it exactly twice.</summary>
    public static string HeardReference(string heard)
    {
        var said = System.Text.RegularExpressions.Regex.Matches(heard, @"9 \d \d, \d \d \d, \d \d \d", default, TimeSpan.FromSeconds(1));
        Assert.Equal(2, said.Count);
        Assert.Equal(said[0].Value, said[1].Value);
        return string.Concat(said[0].Value.Where(char.IsAsciiDigit));
    }

    // The server renames a file before it loads it, so the current file has no entries then.
    private static bool IsNew(string file)
    {
        try
        {
            return JournalReader.Read(file).All(line => line.Content is NodeTaken);
        }
        catch (FileNotFoundException)
        {
            // Renamed just now.
            return false;
        }
    }

    private static string ReadAlong(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
