using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// A parsed stored hash in version 3 of ASP.NET Core Identity's format. It is Base64 of a marker 1, the function, the iterations and the
/// salt's length (four bytes each, big-endian), the salt, and the key.
/// </summary>
internal sealed record IdentityHash(int Iterations, byte[] Salt, byte[] Key)
{
    /// <summary>The number of characters at the start of a stored hash that contain its iterations.</summary>
    public const int StartLength = 12;

    private const byte Version3 = 1;
    private const int Sha512 = 2;
    private const int StartBytes = StartLength * 3 / 4;
    private const int Header = 1 + (3 * sizeof(int));
    private const int ShortestKey = 16;

    /// <summary>Parses a hash that <see cref="Pbkdf2Lanes"/> can compute.</summary>
    /// <returns>
    /// False for any other hash, which Identity must read: another version or function, or a salt or key of unusual length.
    /// </returns>
    public static bool TryParse(string stored, [NotNullWhen(true)] out IdentityHash? hash)
    {
        hash = null;
        var bytes = new byte[stored.Length];
        if (!Convert.TryFromBase64String(stored, bytes, out var length) || length < Header || !IsComputable(bytes))
            return false;
        var (iterations, salt) = (Number(bytes, 1), Number(bytes, 2));
        var key = length - Header - salt;
        if (iterations < 1 || salt is < 0 or > Pbkdf2Lanes.LongestSalt || key is < ShortestKey or > Pbkdf2Lanes.LongestKey)
            return false;
        hash = new(iterations, bytes[Header..(Header + salt)], bytes[(Header + salt)..length]);
        return true;
    }

    /// <summary>
    /// The iterations of a hash, from its first <see cref="StartLength"/> characters; 0 when only Identity can read the hash.
    /// </summary>
    public static int IterationsIn(string? start)
    {
        Span<byte> bytes = stackalloc byte[StartBytes];
        return start?.Length == StartLength && Convert.TryFromBase64String(start, bytes, out _) && IsComputable(bytes)
            ? Number(bytes, 1)
            : 0;
    }

    /// <summary>Formats the hash as it is stored.</summary>
    public override string ToString()
    {
        var bytes = new byte[Header + Salt.Length + Key.Length];
        bytes[0] = Version3;
        ReadOnlySpan<int> numbers = [Sha512, Iterations, Salt.Length];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1 + (i * sizeof(int))), numbers[i]);
        Salt.CopyTo(bytes, Header);
        Key.CopyTo(bytes, Header + Salt.Length);
        return Convert.ToBase64String(bytes);
    }

    private static bool IsComputable(ReadOnlySpan<byte> bytes) => bytes[0] == Version3 && Number(bytes, 0) == Sha512;

    private static int Number(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadInt32BigEndian(bytes[(1 + (index * sizeof(int)))..]);
}
