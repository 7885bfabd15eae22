using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ivr.Server.Configuration;
using Ivr.Server.Emergency.Journals;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Emergency.KeyRing;

/// <summary>
/// The key ring that this node read last, on its own disk beside the journal. With it the node can take calls when it starts while
/// PostgreSQL is unavailable. The file is encrypted with a key derived from the pepper, so the file alone cannot open a call.
/// </summary>
internal sealed class KeyRingCopy(JournalFolder folder, IOptions<PasswordOptions> options, ILogger<KeyRingCopy> log)
{
    private const int KeyBytes = 32;

    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.Pepper!), KeyBytes, info: "key ring copy"u8.ToArray());

    /// <summary>Replaces the copy. When the disk fails, it only logs a warning.</summary>
    public void Write(IEnumerable<XElement> keys)
    {
        try
        {
            folder.WriteKeyRing(Encrypt(Encoding.UTF8.GetBytes(new XElement("keys", keys).ToString(SaveOptions.DisableFormatting))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "The copy of the key ring cannot be written: started without PostgreSQL, this node could take no calls");
        }
    }

    /// <summary>Reads the keys.</summary>
    /// <returns>Null when there is no copy, it cannot be read, or it was not written with this pepper.</returns>
    public IReadOnlyCollection<XElement>? Read()
    {
        try
        {
            return folder.ReadKeyRing() is { } copy ? [.. XElement.Parse(Encoding.UTF8.GetString(Decrypt(copy))).Elements()] : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or XmlException)
        {
            log.LogWarning(e, "The copy of the key ring cannot be read: until PostgreSQL answers, this node can take no calls");
            return null;
        }
    }

    // Layout: nonce, tag, ciphertext.
    private byte[] Encrypt(byte[] plain)
    {
        var copy = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = copy.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, plain, copy.AsSpan(NonceBytes + TagBytes), copy.AsSpan(NonceBytes, TagBytes));
        return copy;
    }

    private byte[] Decrypt(byte[] copy)
    {
        if (copy.Length < NonceBytes + TagBytes)
            throw new CryptographicException("The copy is too short.");
        var plain = new byte[copy.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(copy.AsSpan(0, NonceBytes), copy.AsSpan(NonceBytes + TagBytes), copy.AsSpan(NonceBytes, TagBytes), plain);
        return plain;
    }
}
