namespace HnCe.Pages.Hosting;

/// <summary>What the frame shows about the caller, asked from the graph like everything else.</summary>
public sealed class GraphFrame(GraphClient graph) : IFrameData
{
    /// <summary>The user types in words.</summary>
    public static readonly IReadOnlyDictionary<string, string> RoleLabels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["INDIVIDUAL"] = "个人",
        ["EMPLOYER"] = "单位管理员",
        ["INSTITUTION"] = "施教机构管理员",
        ["LOCAL_BUREAU"] = "人社局管理员",
        ["INDUSTRY_DEPARTMENT"] = "行业主管部门管理员",
        ["PROVINCIAL_DEPARTMENT"] = "省人社厅管理员",
        ["SYSTEM_ADMIN"] = "系统管理员",
    };

    private FrameData? _data;
    private bool _asked;

    public async Task<FrameData?> ReadAsync(CancellationToken cancel)
    {
        if (_asked)
        {
            return _data;
        }

        _asked = true;
        var viewer = (await graph.AskAsync<Answer>("Hosting/Frame.graphql", "Frame", null)).Viewer;
        if (viewer is null)
        {
            return null;
        }

        if (viewer.MustChangePassword)
        {
            return _data = new FrameData(viewer.Name, viewer.Organization?.Name, RoleLabels[viewer.UserType], 0, []);
        }

        var waiting = viewer.UserType switch
        {
            "EMPLOYER" => (await graph.AskAsync<EmployerCounts>("Hosting/Frame.graphql", "EmployerCounts", null)).ByMenu(),
            "LOCAL_BUREAU" or "PROVINCIAL_DEPARTMENT" =>
                (await graph.AskAsync<BureauCounts>("Hosting/Frame.graphql", "BureauCounts", null)).ByMenu(),
            "INDUSTRY_DEPARTMENT" =>
                (await graph.AskAsync<ReviewerCounts>("Hosting/Frame.graphql", "ReviewerCounts", null)).ByMenu(),
            _ => [],
        };
        return _data = new FrameData(viewer.Name, viewer.Organization?.Name, RoleLabels[viewer.UserType], viewer.UnreadCount,
            Menu.For(RoleKey(viewer.UserType), waiting));
    }

    /// <summary>A user type as our own files and tables name it: LOCAL_BUREAU is LocalBureau.</summary>
    public static string RoleKey(string userType) =>
        string.Concat(userType.Split('_').Select(word => word[0] + word[1..].ToLowerInvariant()));

    private sealed record Answer(ViewerAnswer? Viewer);

    private sealed record ViewerAnswer(string Name, string UserType, int UnreadCount, bool MustChangePassword, OrganizationAnswer? Organization);

    private sealed record OrganizationAnswer(string Name);

    private sealed record EmployerCounts(CountAnswer Registrations, int General, int Professional)
    {
        public Dictionary<string, int> ByMenu() => new()
        {
            ["/Accounts/Review"] = Registrations.TotalCount,
            ["/Declarations/Forward:general"] = General,
            ["/Declarations/Forward:professional"] = Professional,
        };
    }

    private sealed record ReviewerCounts(int Waiting, int WaitingPlanCount, int WaitingClassCount)
    {
        public Dictionary<string, int> ByMenu() => new()
        {
            ["/Declarations/Review"] = Waiting,
            ["/Training/ReviewPlans"] = WaitingPlanCount,
            ["/Training/ReviewSubmissions"] = WaitingClassCount,
        };
    }

    private sealed record BureauCounts(int Waiting, int WaitingPlanCount, int WaitingClassCount, IReadOnlyList<WaitingOfKind> WaitingRegistrations)
    {
        private static readonly Dictionary<string, string> Categories = new()
        {
            ["LOCAL_BUREAU"] = "bureaus",
            ["INDUSTRY_DEPARTMENT"] = "departments",
            ["EMPLOYER"] = "employers",
            ["INSTITUTION"] = "institutions",
        };

        public Dictionary<string, int> ByMenu() => WaitingRegistrations.Where(one => Categories.ContainsKey(one.Kind))
            .Select(one => KeyValuePair.Create($"/Organizations/Review:{Categories[one.Kind]}", one.Count))
            .Concat([new("/Declarations/Review", Waiting), new("/Training/ReviewPlans", WaitingPlanCount), new("/Training/ReviewSubmissions", WaitingClassCount)]).ToDictionary();
    }

    private sealed record WaitingOfKind(string Kind, int Count);

    private sealed record CountAnswer(int TotalCount);
}
