using System.Security.Cryptography;

namespace Ivr.Server.Development;

/// <summary>The folder of the embedded database, with the secrets that were made for it.</summary>
/// <param name="Path">Absolute path; <c>.data</c> under the folder the server was started in.</param>
internal sealed record DataFolder(string Path)
{
    private const int SecretBytes = 32;
    private const string Connection = "connection-string";
    private const string AuthToken = "auth-token";
    private const string Pepper = "pepper";
    private const string Accounts = "accounts";

    /// <summary>The folder under the one the user stands in.</summary>
    public static DataFolder Here() => new(System.IO.Path.GetFullPath(".data"));

    /// <summary>A path in the folder.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder and its secrets where they are missing. Only this user may read them.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Path);
        CreateSecret(AuthToken);
        CreateSecret(Pepper);
        CreateSecret(Accounts);
    }

    /// <summary>What the passwords of the demonstration's accounts are made up from.</summary>
    public string ReadAccountsSecret() => File.ReadAllText(In(Accounts));

    /// <summary>Notes how the running database is reached, for the other commands.</summary>
    public void NoteConnection(string connectionString) => Write(Connection, connectionString);

    /// <summary>Takes the note away.</summary>
    public void ForgetConnection() => File.Delete(In(Connection));

    /// <summary>Leaves a file for other programs of this user.</summary>
    public void Leave(string name, string text) => Write(name, text);

    /// <summary>Takes it away.</summary>
    public void Remove(string name) => File.Delete(In(name));

    /// <summary>Adds the folder's settings to those that are not configured. A folder that does not exist adds none.</summary>
    public void FillIn(ConfigurationManager configuration)
    {
        var found =
            from setting in new[]
            {
                (Key: "ConnectionStrings:Ivr", File: In(Connection)),
                (Key: "Twilio:AuthToken", File: In(AuthToken)),
                (Key: "Passwords:Pepper", File: In(Pepper)),
            }
            where string.IsNullOrEmpty(configuration[setting.Key]) && File.Exists(setting.File)
            select KeyValuePair.Create<string, string?>(setting.Key, File.ReadAllText(setting.File));
        configuration.AddInMemoryCollection(found.ToList());
    }

    private void CreateSecret(string name)
    {
        if (!File.Exists(In(name)))
            Write(name, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
    }

    private void Write(string name, string text)
    {
        using var file = new FileStream(In(name), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var writer = new StreamWriter(file);
        writer.Write(text);
    }
}
