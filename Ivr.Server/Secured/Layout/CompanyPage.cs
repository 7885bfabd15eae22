using Ivr.Server.Secured.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.Layout;

/// <summary>A page of a company: only for its people, and only its rows.</summary>
[Authorize(Policy = SecuredScheme.CompanyPolicy)]
internal abstract class CompanyPage : PageModel
{
    /// <summary>Who looks at it.</summary>
    public SecuredUser Viewer => SecuredUser.Of(User)!;

    /// <summary>Whose rows.</summary>
    public long CompanyId => Viewer.CompanyId!.Value;
}
