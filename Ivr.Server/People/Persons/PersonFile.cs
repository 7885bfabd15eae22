using System.Text.Json;

namespace Ivr.Server.People.Persons;

/// <summary>Writes the stored data of a person as JSON.</summary>
internal static class PersonFile
{
    public static void Write(
        Stream stream, PersonKind kind, DateTimeOffset now, IReadOnlyList<(string Table, IReadOnlyList<string> Rows)> tables)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true });
        json.WriteStartObject();
        json.WriteString("person", kind.Name);
        json.WriteString("exported_at", now);
        foreach (var (table, rows) in tables)
        {
            json.WriteStartArray(table);
            foreach (var row in rows)
                json.WriteRawValue(row);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Creates a file that only its owner can read.</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    public static FileStream Create(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });
}
