using Ivr.Server.Database;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Ivr.Server.Emergency.KeyRing;

/// <summary>The framework's keys, which can be asked for anew before the day is over for which the framework caches them.</summary>
internal sealed class RefreshableKeys(XmlKeyManager keys) : IKeyManager, IDisposable
{
    private readonly Lock _state = new();
    private CancellationTokenSource _expiry = new();

    /// <summary>What is cached is used no more.</summary>
    public void Refresh()
    {
        CancellationTokenSource old;
        lock (_state)
            (old, _expiry) = (_expiry, new());
        old.Cancel();
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The framework wants the next key two days before the last one ends, and without it would not seal with that one either. While
    /// PostgreSQL is away the last one goes on; the keys are read again once it answers, and the next one is made then.
    /// </remarks>
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

    /// <inheritdoc/>
    public IReadOnlyCollection<IKey> GetAllKeys() => keys.GetAllKeys();

    /// <inheritdoc/>
    public CancellationToken GetCacheExpirationToken()
    {
        lock (_state)
            return CancellationTokenSource.CreateLinkedTokenSource(keys.GetCacheExpirationToken(), _expiry.Token).Token;
    }

    /// <inheritdoc/>
    public void RevokeKey(Guid keyId, string? reason = null) => keys.RevokeKey(keyId, reason);

    /// <inheritdoc/>
    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => keys.RevokeAllKeys(revocationDate, reason);

    /// <inheritdoc/>
    public void Dispose() => _expiry.Dispose();

    private IKey? InUse()
    {
        var now = DateTimeOffset.UtcNow;
        return keys.GetAllKeys().Where(key => !key.IsRevoked && key.ActivationDate <= now && now < key.ExpirationDate).MaxBy(key => key.ExpirationDate);
    }
}
