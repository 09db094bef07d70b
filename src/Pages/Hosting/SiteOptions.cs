namespace HnCe.Pages.Hosting;

/// <summary>What the footer says; the settings <c>Site:*</c>. An empty value leaves its entry out.</summary>
public sealed class SiteOptions
{
    public const string SystemName = "河南省专业技术人员继续教育信息管理系统";

    public string? Organizer { get; init; }

    public string? Contact { get; init; }

    public string? IcpNumber { get; init; }

    public string? PoliceNumber { get; init; }

    public string? SiteCode { get; init; }
}
