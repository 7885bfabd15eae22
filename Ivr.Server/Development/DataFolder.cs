using System.Security.Cryptography;

namespace Ivr.Server.Development;

/// <summary>
/// The folder of the embedded database and of the secrets created for it: <c>.data</c> under the folder in which the server was started.
/// <c>Path</c> is absolute.
/// </summary>
internal sealed record DataFolder(string Path)
{
    private const int SecretBytes = 32;
    private const string Connection = "connection-string";
    private const string AuthToken = "auth-token";
    private const string Pepper = "pepper";
    private const string Accounts = "accounts";
    // EmergencyServices puts it here.
    private const string Journal = "emergency";

    /// <summary>The <c>.data</c> folder in the current directory.</summary>
    public static DataFolder Here() => new(System.IO.Path.GetFullPath(".data"));

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder and its missing secrets. Only the current user can read the secret files.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Path);
        CreateSecret(AuthToken);
        CreateSecret(Pepper);
        CreateSecret(Accounts);
    }

    /// <summary>The secret from which the passwords of the demonstration accounts are derived.</summary>
    public string ReadAccountsSecret() => File.ReadAllText(In(Accounts));

    /// <summary>Stores the connection string of the running database for the other commands.</summary>
    public void NoteConnection(string connectionString) => Write(Connection, connectionString);

    public void ForgetConnection() => File.Delete(In(Connection));

    /// <summary>Writes a file for other programs of the same user.</summary>
    public void Leave(string name, string text) => Write(name, text);

    public void Remove(string name) => File.Delete(In(name));

    /// <summary>Deletes the journal of emergency entries, which would fill a new database with entries of an old one.</summary>
    public void RemoveJournal()
    {
        if (Directory.Exists(In(Journal)))
            Directory.Delete(In(Journal), recursive: true);
    }

    /// <summary>Adds the stored values for keys that are not configured. A folder that does not exist adds none.</summary>
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
