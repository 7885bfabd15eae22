using Ivr.Server.Database;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Ivr.Server.Emergency.KeyRing;

/// <summary>The framework's key manager, with a method to discard the keys that the framework caches for a day.</summary>
internal sealed class RefreshableKeys(XmlKeyManager keys) : IKeyManager, IDisposable
{
    private readonly Lock _state = new();
    private CancellationTokenSource _expiry = new();

    /// <summary>Discards the cached keys. The framework reads them again at the next use.</summary>
    public void Refresh()
    {
        CancellationTokenSource old;
        lock (_state)
            (old, _expiry) = (_expiry, new());
        old.Cancel();
    }

    /// <summary>
    /// Creates the next key. The framework wants it two days before the last key expires, and without it does not encrypt with the last key
    /// either. While PostgreSQL is unavailable this returns the last key. When PostgreSQL answers, the keys are read again and the next key
    /// is created.
    /// </summary>
    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate)
    {
        try
        {
            return keys.CreateNewKey(activationDate, expirationDate);
        }
        catch (Exception e) when (Db.IsFault(e) && InUse() is { } last)
        {
            return last;
        }
    }

    public IReadOnlyCollection<IKey> GetAllKeys() => keys.GetAllKeys();

    public CancellationToken GetCacheExpirationToken()
    {
        lock (_state)
            return CancellationTokenSource.CreateLinkedTokenSource(keys.GetCacheExpirationToken(), _expiry.Token).Token;
    }

    public void RevokeKey(Guid keyId, string? reason = null) => keys.RevokeKey(keyId, reason);

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => keys.RevokeAllKeys(revocationDate, reason);

    public void Dispose() => _expiry.Dispose();

    private IKey? InUse()
    {
        var now = DateTimeOffset.UtcNow;
        return keys.GetAllKeys().Where(key => !key.IsRevoked && key.ActivationDate <= now && now < key.ExpirationDate).MaxBy(key => key.ExpirationDate);
    }
}
