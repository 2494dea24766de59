// Lists the places of a Kubernetes version that make an error or a warning when an object is created.
//
//	go run tools/coverage/sites.go MODULES 1.36.3
//
// MODULES is the folder that has k8s.io/. The output has a line for each place: file, line, column, function,
// call, and the strategies and admission plugins whose functions lead to it. Calls are followed by name, through
// functions, methods of the same package, and variables of packages.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

var (
	modules, patch string
	fset           = token.NewFileSet()
	packages       = map[string]*pkg{}
	// What decides about a created object: other packages are not followed.
	scope = regexp.MustCompile(`^k8s\.io/(kubernetes/(pkg/(apis|api|registry|capabilities|util)|plugin/pkg/admission)|` +
		`apimachinery/pkg/(api|apis/meta/v1|labels|util/validation)|apiserver/pkg/(apis|admission/plugin|cel|util/webhook|` +
		`registry/rest)|apiextensions-apiserver/pkg/(apis|apiserver/schema|registry)|kube-aggregator/pkg/(apis|registry)|` +
		`component-helpers|pod-security-admission)(/|$)`)
	// Methods of a strategy that decide on creation.
	creates = regexp.MustCompile(`^(Validate|WarningsOnCreate|PrepareForCreate|Create|beginCreate)$`)
	// Receivers that are only asked on updates or about subresources.
	others     = regexp.MustCompile(`(?i)(status|scale|finalize|approval|resize|ephemeral|eviction|proxy)`)
	errorsMade = regexp.MustCompile(`^(field\.(Required|Invalid|Forbidden|NotSupported|Duplicate|TooLong\w*|TooMany|` +
		`NotFound|TypeInvalid|InternalError)|admission\.NewForbidden|\w*errors\.New(Forbidden|BadRequest|Conflict|` +
		`MethodNotSupported)|warning\.AddWarning)$`)
	warningLists = regexp.MustCompile(`(?i)^(warnings|warns)$`)
)

type pkg struct {
	path  string
	nodes map[string]*node   // by name, or Receiver.name
	named map[string][]*node // methods by name
}

type node struct {
	in      *pkg
	name    string
	body    ast.Node
	imports map[string]string
	owners  map[string]bool
}

func main() {
	modules, patch = os.Args[1], strings.TrimPrefix(os.Args[2], "1.")
	for _, root := range roots() {
		visit(root.node, root.owner)
	}
	print()
}

type root struct {
	node  *node
	owner string
}

// roots are the functions that a request to create an object calls.
func roots() (all []root) {
	add := func(path, owner string, wanted *regexp.Regexp) {
		if p := load(path); p != nil {
			for _, name := range sorted(p.nodes) {
				receiver, method, _ := strings.Cut(name, ".")
				if method != "" && wanted.MatchString(method) && !others.MatchString(receiver) {
					all = append(all, root{p.nodes[name], owner})
				}
			}
		}
	}
	for _, folder := range foldersBelow("k8s.io/kubernetes/pkg/registry", "k8s.io/apiextensions-apiserver/pkg/registry",
		"k8s.io/kube-aggregator/pkg/registry") {
		owner := strings.TrimSuffix(folder, "/storage")
		add(folder, filepath.Base(filepath.Dir(owner))+"/"+filepath.Base(owner), creates)
	}
	for _, folder := range foldersBelow("k8s.io/kubernetes/plugin/pkg/admission", "k8s.io/apiserver/pkg/admission/plugin") {
		add(folder, "admission/"+filepath.Base(folder), regexp.MustCompile(`^(Admit|Validate)$`))
	}
	for _, folder := range foldersBelow("k8s.io/pod-security-admission") {
		add(folder, "admission/podsecurity", regexp.MustCompile(`^(Validate|EvaluatePod)$`))
	}
	for _, name := range []string{"BeforeCreate", "EnsureObjectNamespaceMatchesRequestNamespace"} {
		all = append(all, root{load("k8s.io/apiserver/pkg/registry/rest").nodes[name], "every/object"})
	}
	return all
}

func visit(n *node, owner string) {
	if n == nil || n.owners[owner] {
		return
	}
	n.owners[owner] = true
	ast.Inspect(n.body, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.SelectorExpr:
			if of, ok := x.X.(*ast.Ident); ok && n.imports[of.Name] != "" {
				if p := load(n.imports[of.Name]); p != nil {
					visit(p.nodes[x.Sel.Name], owner)
				}
				return false
			}
			for _, method := range n.in.named[x.Sel.Name] {
				if !creates.MatchString(x.Sel.Name) && !others.MatchString(method.name) {
					visit(method, owner)
				}
			}
		case *ast.Ident:
			visit(n.in.nodes[x.Name], owner)
		}
		return true
	})
}

func folderOf(path string) string {
	module, rest, _ := strings.Cut(strings.TrimPrefix(path, "k8s.io/"), "/")
	major := "0"
	if module == "kubernetes" {
		major = "1"
	}
	return filepath.Join(modules, "k8s.io", module+"@v"+major+"."+patch, rest)
}

func foldersBelow(paths ...string) (all []string) {
	for _, path := range paths {
		base := folderOf(path)
		filepath.WalkDir(base, func(file string, entry os.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				all = append(all, path+strings.TrimPrefix(file, base))
			}
			return nil
		})
	}
	return all
}

func load(path string) *pkg {
	if found, ok := packages[path]; ok {
		return found
	}
	packages[path] = nil
	if !scope.MatchString(path) || strings.Contains(path, "test") {
		return nil
	}
	files, _ := filepath.Glob(filepath.Join(folderOf(path), "*.go"))
	p := &pkg{path, map[string]*node{}, map[string][]*node{}}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || regexp.MustCompile(`zz_generated\.(conv|deep|valid|open|proto)`).MatchString(file) {
			continue
		}
		parsed, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			panic(err)
		}
		p.read(parsed)
	}
	packages[path] = p
	return p
}

func (p *pkg) read(file *ast.File) {
	imports := map[string]string{}
	for _, spec := range file.Imports {
		path := strings.Trim(spec.Path.Value, `"`)
		name := filepath.Base(path)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imports[name] = path
	}
	add := func(name string, body ast.Node) *node {
		n := &node{p, name, body, imports, map[string]bool{}}
		p.nodes[name] = n
		return n
	}
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Body == nil {
			} else if decl.Recv == nil {
				add(decl.Name.Name, decl.Body)
			} else {
				n := add(receiverOf(decl)+"."+decl.Name.Name, decl.Body)
				p.named[decl.Name.Name] = append(p.named[decl.Name.Name], n)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				if values, ok := spec.(*ast.ValueSpec); ok {
					for i, value := range values.Values {
						if i < len(values.Names) {
							add(values.Names[i].Name, value)
						}
					}
				}
			}
		}
	}
}

func receiverOf(decl *ast.FuncDecl) string {
	kind := decl.Recv.List[0].Type
	if star, ok := kind.(*ast.StarExpr); ok {
		kind = star.X
	}
	if generic, ok := kind.(*ast.IndexExpr); ok {
		kind = generic.X
	}
	if name, ok := kind.(*ast.Ident); ok {
		return name.Name
	}
	return "?"
}

func print() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, path := range sorted(packages) {
		if p := packages[path]; p != nil {
			for _, name := range sorted(p.nodes) {
				if n := p.nodes[name]; len(n.owners) > 0 {
					n.print(out)
				}
			}
		}
	}
}

func (n *node) print(out *bufio.Writer) {
	ast.Inspect(n.body, func(x ast.Node) bool {
		call, ok := x.(*ast.CallExpr)
		if !ok || !isSite(call) {
			return true
		}
		at := fset.Position(call.Pos())
		source, _ := os.ReadFile(at.Filename)
		text := string(source[at.Offset:fset.Position(call.End()).Offset])
		fmt.Fprintf(out, "%s/%s\t%d\t%d\t%s\t%s\t%s\n", n.in.path, filepath.Base(at.Filename), at.Line, at.Column, n.name,
			strings.Join(strings.Fields(text), " "), strings.Join(sorted(n.owners), " "))
		return false
	})
}

func isSite(call *ast.CallExpr) bool {
	switch called := call.Fun.(type) {
	case *ast.SelectorExpr:
		of, ok := called.X.(*ast.Ident)
		return ok && errorsMade.MatchString(of.Name+"."+called.Sel.Name)
	case *ast.Ident:
		if called.Name != "append" || call.Ellipsis.IsValid() {
			return false
		}
		to, ok := call.Args[0].(*ast.Ident)
		return ok && warningLists.MatchString(to.Name)
	}
	return false
}

func sorted[T any](of map[string]T) []string {
	keys := make([]string, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
