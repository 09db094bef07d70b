using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>其它继续教育形式登记. Source: EMP-19.</summary>
public sealed class RegisterOnBehalfModel : PageModel;
